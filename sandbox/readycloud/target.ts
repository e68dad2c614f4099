import type { ReadyCloudSettings } from './settings';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The address that is really called for a webhook. */
export function targetOf(
	remoteUrl: string,
	{ loopbackOverHttp }: ReadyCloudSettings,
	suffix: string | null,
): string {
	const url = new URL(remoteUrl);
	if (suffix !== null) url.pathname = `${url.pathname.replace(/\/$/, '')}/${suffix}`;
	if (loopbackOverHttp && url.protocol === 'https:' && LOOPBACK.has(url.hostname)) {
		url.protocol = 'http:';
	}
	return url.href;
}
