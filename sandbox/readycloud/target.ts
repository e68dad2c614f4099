import { overHttpOnLoopback } from '../core/loopback';
import type { ReadyCloudSettings } from './settings';

/** The address that is really called for a webhook. */
export function targetOf(
	remoteUrl: string,
	{ loopbackOverHttp }: ReadyCloudSettings,
	suffix: string | null,
): string {
	const url = new URL(remoteUrl);
	if (suffix !== null) url.pathname = `${url.pathname.replace(/\/$/, '')}/${suffix}`;
	if (loopbackOverHttp) overHttpOnLoopback(url);
	return url.href;
}
