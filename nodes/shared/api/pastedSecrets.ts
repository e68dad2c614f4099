import { hiddenIn, pastedOrNull } from '../basic/pasted';
import { credentialError, type Explanation } from './apiErrors';

/** What a key or token consists of, and a header can hold. */
const SENDABLE = /^[\x21-\x7e]*$/;

/**
 * Why a secret, or another field that was pasted, cannot be right, or `null`. Of the secret itself
 * nothing is said but the code of a character that cannot be seen.
 *
 * @param what the field in words, such as `API key in the Radaro credential`
 */
export function explainHidden(what: string, text: string): Explanation | null {
	const hidden = hiddenIn(text);
	if (hidden === null) return null;
	return {
		message: `The ${what} holds a character that cannot be seen (${hidden})`,
		description: 'Delete all of it, and type it, or copy it again without what stands around it.',
	};
}

/**
 * A key or token of a credential as it is sent: without what came along unseen around it.
 *
 * @returns an empty text where there is none, so that the vendor says what it thinks of that
 * @throws UserError when what is left in it cannot be right; n8n's test of the credential and the nodes
 * tell it, see `credentialError`
 */
export function secretToSend(vendorName: string, name: string, value: unknown): string {
	const secret = pastedOrNull(value) ?? '';
	const what = `${name} in the ${vendorName} credential`;
	const hidden = explainHidden(what, secret);
	if (hidden !== null) throw credentialError(hidden);
	if (SENDABLE.test(secret)) return secret;
	throw credentialError({
		message: `The ${what} holds a character that cannot be sent`,
		description: 'Copy it again: it has no spaces, line breaks, quotes or letters with accents.',
	});
}
