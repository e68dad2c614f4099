import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** Names and networks that only the machine or the house itself can reach. */
const LOCAL =
	/^(localhost|.+\.(localhost|local|internal|lan)|127\..+|10\..+|192\.168\..+|169\.254\..+|172\.(1[6-9]|2\d|3[01])\..+|0\.0\.0\.0|\[(::1?|f[cde].+)\])$/i;

/** Whether an address leads to this machine or the network around it. */
export function isLocal(address: string): boolean {
	return URL.canParse(address) && LOCAL.test(new URL(address).hostname);
}

/**
 * Refuses, in words, an address that a service on the internet cannot call. Where the service itself
 * is a local one, as the sandbox is, it may judge that itself.
 *
 * @param address the webhook address that n8n would register
 * @throws NodeOperationError when it is local, or not https:// although the service asks for that
 */
export function checkReachable(
	context: IHookFunctions,
	address: string,
	service: { name: string; baseUrl: string; wantsHttps: boolean },
): void {
	if (isLocal(service.baseUrl)) return;
	const { protocol, host } = new URL(address);
	const advice = `Set n8n's environment variable WEBHOOK_URL to the https:// address under which ${service.name} can reach it, such as https://n8n.example.com/, restart n8n and publish the workflow again.`;
	if (isLocal(address)) {
		throw new NodeOperationError(
			context.getNode(),
			`${service.name} cannot call n8n at ${host}, because that address is only known in your own network`,
			{ description: advice },
		);
	}
	if (service.wantsHttps && protocol !== 'https:') {
		throw new NodeOperationError(
			context.getNode(),
			`${service.name} only calls addresses that begin with https://, and n8n's begins with http://`,
			{ description: advice },
		);
	}
}
