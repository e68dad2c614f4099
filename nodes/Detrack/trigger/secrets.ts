import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { type Explanation, inOneText } from '../../shared/api/apiErrors';
import { explainHidden } from '../../shared/api/pastedSecrets';
import { headerNameFlaw } from '../../shared/basic/headerName';
import { pastedOrNull } from '../../shared/basic/pasted';
import { textOrNull } from '../../shared/basic/values';

/** The header that Detrack's calls must carry (docs/vendors.md#detrack-proof). */
export interface DetrackSecrets {
	/** Its name, in lower case. */
	header: string;
	/**
	 * The values that count: as they were entered and without what came along unseen around them, as
	 * Detrack may hold either, and in every encoding that a sender may use for letters outside of ASCII.
	 * None when the credential is not filled in, so that every call is refused.
	 */
	values: readonly string[];
	/** What a refusal asks for, where it is a user name and a password. */
	challenge?: string;
	/** Why no call can carry the header, as a sentence without its full stop. */
	flaw?: string;
}

/** @param credential of the type `detrackWebhookApi`, or `null` where it cannot be read */
export function detrackSecrets(credential: ICredentialDataDecryptedObject | null): DetrackSecrets {
	if (credential === null) return { header: '', values: [] };
	return isBasic(credential) ? basicAuth(credential) : customHeader(credential);
}

/** The texts that must not be shown: the values, and what they were made from. */
export function textsToMask({ values }: DetrackSecrets): string[] {
	return values.flatMap((value) => {
		const [, scheme, token] = /^(\w+) (\S+)$/.exec(value) ?? [];
		if (scheme === undefined || token === undefined) return [value];
		if (scheme !== 'Basic') return [value, token];
		const pair = Buffer.from(token, 'base64').toString();
		return [token, pair, pair.slice(pair.indexOf(':') + 1)];
	});
}

/** Why no call that proves itself with a credential would count, or could not be sent, or `null`. */
export function proofFlaw(credential: ICredentialDataDecryptedObject): Explanation | null {
	return missingProof(credential) ?? hiddenInFields(credential) ?? formFlaw(credential);
}

/** What a credential lacks that calls must carry, or `null`. */
function missingProof(credential: ICredentialDataDecryptedObject): Explanation | null {
	const missing = fieldsOf(credential).filter(({ value }) => pastedOrNull(value) === null);
	if (missing.length === 0) return null;
	return {
		message: `The credential has no ${missing.map(({ words }) => words).join(' and no ')}, so no call from Detrack would count`,
		description:
			'Make both up yourself, and enter the same two in Detrack, under Settings → Webhook → Authentication.',
	};
}

/** There is nothing to call: Detrack calls us. So the test is whether something can be checked. */
export function testAuthentication({
	data = {},
}: ICredentialsDecrypted): INodeCredentialTestResult {
	const mistake = proofFlaw(data);
	if (mistake !== null) return { status: 'Error', message: inOneText(mistake) };
	return {
		status: 'OK',
		message:
			'Complete. Nothing was asked of Detrack: enter the same two there, as calls without them are refused.',
	};
}

/** Why one of the fields that count cannot be right, or `null`. */
function hiddenInFields(credential: ICredentialDataDecryptedObject): Explanation | null {
	for (const { words, value } of fieldsOf(credential)) {
		const hidden = explainHidden(words, pastedOrNull(value) ?? '');
		if (hidden !== null) return hidden;
	}
	return null;
}

/**
 * Why a header of this name cannot exist, or a user name cannot be sent, or `null`. What only should not
 * stand there is refused here alone: calls that carry it all the same still count.
 */
function formFlaw(credential: ICredentialDataDecryptedObject): Explanation | null {
	const { username, headerName } = credential;
	if (!isBasic(credential)) {
		const message = headerNameFlaw(pastedOrNull(headerName) ?? '');
		return message === null ? null : { message, description: CHANGE_BOTH };
	}
	// RFC 7617, section 2: what is before the first colon is the user name.
	if (!pastedOrNull(username)?.includes(':')) return null;
	return { message: 'A user name has no colon; for example detrack', description: CHANGE_BOTH };
}

const CHANGE_BOTH =
	'Change it in the credential, and enter the same in Detrack, under Settings → Webhook → Authentication.';

/** The fields that count, in words. */
function fieldsOf(
	credential: ICredentialDataDecryptedObject,
): Array<{ words: string; value: unknown }> {
	const { username, password, headerName, headerValue } = credential;
	if (isBasic(credential)) {
		return [
			{ words: 'user name', value: username },
			{ words: 'password', value: password },
		];
	}
	return [
		{ words: 'name of the header', value: headerNameIn(headerName) },
		{ words: 'value of the header', value: headerValue },
	];
}

function headerNameIn(given: unknown): string {
	return pastedOrNull(given)?.replace(/\s*:$/, '') ?? '';
}

function isBasic({ authentication }: ICredentialDataDecryptedObject): boolean {
	return authentication !== 'headerAuth';
}

/** Detrack does not document the encoding: UTF-8 is usual, and Latin-1 what older programs send. */
function basicAuth({ username, password }: ICredentialDataDecryptedObject): DetrackSecrets {
	const asked = {
		header: 'authorization',
		challenge: 'Basic realm="Detrack webhook", charset="UTF-8"',
	};
	const pasted = pastedOrNull(password);
	if (typeof password !== 'string' || pasted === null) return { ...asked, values: [] };
	const pairs = [
		`${typeof username === 'string' ? username : ''}:${password}`,
		`${pastedOrNull(username) ?? ''}:${pasted}`,
	];
	const bytes = pairs.flatMap((pair) => [
		Buffer.from(pair),
		...(isLatin1(pair) ? [Buffer.from(pair, 'latin1')] : []),
	]);
	return { ...asked, values: distinct(bytes.map((given) => `Basic ${given.toString('base64')}`)) };
}

/** Node.js reads headers as Latin-1, so a value in UTF-8 looks different from what was entered. */
function customHeader({ headerName, headerValue }: ICredentialDataDecryptedObject): DetrackSecrets {
	const header = headerNameIn(headerName).toLowerCase();
	const [entered, pasted] = [textOrNull(headerValue), pastedOrNull(headerValue)];
	if (header === '' || entered === null || pasted === null) return { header, values: [] };
	const flaw = headerNameFlaw(header) ?? headerValueFlaw(pasted);
	if (flaw !== null) return { header, values: [], flaw };
	const inUtf8 = [entered, pasted].map((value) => Buffer.from(value).toString('latin1'));
	return { header, values: distinct([entered, pasted, ...inUtf8]) };
}

function headerValueFlaw(value: string): string | null {
	return /[\r\n\0]/.test(value) ? 'A header value has no line breaks' : null;
}

function isLatin1(text: string): boolean {
	return Buffer.from(text, 'latin1').toString('latin1') === text;
}

function distinct(texts: string[]): string[] {
	return [...new Set(texts)];
}
