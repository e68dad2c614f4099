import { overHttpOnLoopback } from '../core/loopback';
import type { RoutigoSettings } from './settings';

type Parameters = Readonly<Record<string, string>>;

// Kept for examples: nobody answers there, and asking would only cost time.
const RESERVED = /\.(test|example|invalid)$/;

/** Whether an address can belong to anybody. */
export function isReal(address: string): boolean {
	return !RESERVED.test(new URL(address).hostname);
}

/** The address that is really called for a webhook. */
export function targetOf(
	address: string,
	parameters: Parameters,
	{ queryJoin }: RoutigoSettings,
): string {
	const url = new URL(address);
	// Nothing on this machine has a certificate.
	overHttpOnLoopback(url);
	const names = Object.keys(parameters);
	if (names.length === 0) return url.href;
	// Unlike URLSearchParams, it writes values in the form in which the log masks them.
	const added = names
		.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(parameters[name] ?? '')}`)
		.join('&');
	if (queryJoin === 'secondMark') return `${url.href}?${added}`;
	if (queryJoin === 'replace') url.search = '';
	if (queryJoin === 'override') for (const name of names) url.searchParams.delete(name);
	url.search = [url.search.slice(1), added].filter(Boolean).join('&');
	return url.href;
}
