/** What the name of a header consists of (RFC 9110, section 5.6.2). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * Why a text can be the name of no header, as a sentence without its full stop that does not repeat it;
 * `null` where it can be one.
 */
export function headerNameFlaw(name: string): string | null {
	if (HEADER_NAME.test(name)) return null;
	const flaw = /\s/.test(name)
		? 'no spaces'
		: name.includes(':')
			? 'no colon'
			: 'only the letters A to Z, digits and signs such as hyphens';
	return `A header name has ${flaw}; for example X-Webhook-Key`;
}
