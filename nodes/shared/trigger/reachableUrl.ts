import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';

import { PUBLIC_ADDRESS_VARIABLE } from '../basic/publicAddress';

/** Names that only the machine or the house itself knows, such as those without a full stop. */
const LOCAL_NAME = /^([^.:]+|.+\.(localhost|local|internal|lan|home\.arpa))$/i;

/** Networks of the machine or the house, and those that providers hide behind one IP address. */
const LOCAL_IPV4 =
	/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

const LOCAL_IPV6 = /^\[(::1?|f[cd].*|fe[89ab].*)\]$/i;

/** Whether a URL leads to this machine or the network around it. */
export function isLocal(url: string): boolean {
	if (!URL.canParse(url)) return false;
	// A name may end with a full stop. Numbers in other spellings are made plain by URL.
	const host = new URL(url).hostname.replace(/\.$/, '');
	const ipv4 = /^[\d.]+$/.test(host) ? host : mappedIn(host);
	if (ipv4 !== null) return LOCAL_IPV4.test(ipv4);
	return host.startsWith('[') ? LOCAL_IPV6.test(host) : LOCAL_NAME.test(host);
}

/** The IPv4 address in an IPv6 address such as `[::ffff:7f00:1]`. */
function mappedIn(host: string): string | null {
	const [, high, low] = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/i.exec(host) ?? [];
	if (high === undefined || low === undefined) return null;
	return [high, low]
		.map((part) => parseInt(part, 16))
		.flatMap((part) => [part >> 8, part & 255])
		.join('.');
}

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
