import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';

import { isLocal } from '../basic/localUrl';
import { PUBLIC_ADDRESS_VARIABLE } from '../basic/publicAddress';

/** A service that is to call n8n. */
export interface CallingService {
	/** As users write it. */
	name: string;
	/** Where its API is. */
	baseUrl: string;
	/** Whether it calls no others than https:// ones. */
	wantsHttps: boolean;
}

/**
 * Refuses, in words, a URL that a service on the internet cannot call. Where the service itself
 * is a local one, as the sandbox is, it may judge that itself.
 *
 * @param webhookUrl that n8n would register
 * @throws NodeOperationError when it is local, no URL of the web at all, or not https:// although the
 * service asks for that
 */
export function checkReachable(
	context: IHookFunctions,
	webhookUrl: string,
	service: CallingService,
): void {
	const advice = `Set n8n's ${PUBLIC_ADDRESS_VARIABLE} to the https:// address under which ${service.name} can reach it, such as https://n8n.example.com/, restart n8n and publish the workflow again.`;
	const refuse = (message: string): never => {
		throw new NodeOperationError(context.getNode(), message, { description: advice });
	};
	if (!/^https?:\/\//i.test(webhookUrl) || !URL.canParse(webhookUrl)) {
		refuse(`${service.name} cannot call n8n at "${webhookUrl}", because that is not a web address`);
	}
	if (isLocal(service.baseUrl)) return;
	const { protocol, host } = new URL(webhookUrl);
	if (isLocal(webhookUrl)) {
		refuse(
			`${service.name} cannot call n8n at ${host}, because that address is only known in your own network`,
		);
	}
	if (service.wantsHttps && protocol !== 'https:') {
		refuse(
			`${service.name} only calls addresses that begin with https://, and n8n's begins with http://`,
		);
	}
}
