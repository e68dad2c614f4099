const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Has an https:// address on this machine called by http, as nothing here has a certificate. */
export function overHttpOnLoopback(url: URL): void {
	if (url.protocol === 'https:' && LOOPBACK.has(url.hostname)) url.protocol = 'http:';
}
