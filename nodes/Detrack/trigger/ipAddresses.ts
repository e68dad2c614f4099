import { ACCEPTED, refused, type Verification } from '../../shared/trigger/verification';

/** The IP addresses that Detrack asks to allow (docs/vendors.md#detrack-webhooks). */
export const DETRACK_IP_ADDRESSES = ['44.236.78.196', '44.228.138.42', '52.13.202.33'];

/**
 * Whether a call may come from where it comes from.
 *
 * @param allowed IP addresses separated by commas, blanks or new lines; none means that all may call
 * @param ip the caller's IP address as n8n reports it, which depends on its setting for proxies
 */
export function verifyIpAddress(allowed: unknown, ip: string | undefined): Verification {
	const ipAddresses = String(allowed ?? '')
		.split(/[\s,;]+/)
		.filter((ipAddress) => ipAddress !== '')
		.map(plain);
	if (ipAddresses.length === 0 || (ip !== undefined && ipAddresses.includes(plain(ip)))) {
		return ACCEPTED;
	}
	return refused(
		`it came from ${ip ?? 'an unknown address'}, which is not among the allowed IP addresses. Behind a proxy, n8n's setting N8N_PROXY_HOPS decides which address it sees`,
	);
}

/**
 * A server that listens for both kinds of IP addresses sees IPv4 ones as `::ffff:1.2.3.4`, and some
 * proxies add the port.
 */
function plain(ipAddress: string): string {
	const [, ipv4] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(ipAddress) ?? [];
	return ipv4 ?? ipAddress.toLowerCase();
}
