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
