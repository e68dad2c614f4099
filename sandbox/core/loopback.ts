const NAMES = new Set(['localhost', '127.0.0.1', '::1']);

/** Whether a host is this machine, and only this machine. */
export function isLoopback(host: string): boolean {
	return NAMES.has(host.toLowerCase().replace(/^\[(.*)\]$/, '$1'));
}

/** Has an https:// URL on this machine called by http, as nothing here has a certificate. */
export function overHttpOnLoopback(url: URL): void {
	if (url.protocol === 'https:' && isLoopback(url.hostname)) url.protocol = 'http:';
}
