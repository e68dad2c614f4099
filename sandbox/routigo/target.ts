import { overHttpOnLoopback } from '../core/loopback';

type Parameters = Readonly<Record<string, string>>;

// Kept for examples: nobody answers there, and asking would only cost time.
const RESERVED = /\.(test|example|invalid)$/;

/** Whether an address can belong to anybody. */
export function isReal(address: string): boolean {
	return !RESERVED.test(new URL(address).hostname);
}

/** The URL that is really called for a webhook: its parameters stand behind the URL's own. */
export function targetOf(address: string, parameters: Parameters): string {
	const url = new URL(address);
	// Nothing on this machine has a certificate.
	overHttpOnLoopback(url);
	const names = Object.keys(parameters);
	if (names.length === 0) return url.href;
	// Unlike URLSearchParams, it writes values in the form in which the log masks them.
	const added = names
		.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(parameters[name] ?? '')}`)
		.join('&');
	url.search = [url.search.slice(1), added].filter(Boolean).join('&');
	return url.href;
}
