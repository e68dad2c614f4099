import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import type { Explanation } from '../../shared/api/apiErrors';
import { explainHidden } from '../../shared/api/pastedSecrets';
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

/** There is nothing to call: Detrack calls us. So the test is whether something can be checked. */
export function testAuthentication({
	data = {},
}: ICredentialsDecrypted): INodeCredentialTestResult {
	if (detrackSecrets(data).values.length === 0) {
		return {
			status: 'Error',
			message: isBasic(data)
				? 'The password is missing, so every call would be refused. Enter the one from Detrack.'
				: 'The name or the value of the header is missing, so every call would be refused. Enter those from Detrack.',
		};
	}
	const hidden = hiddenInFields(data);
	return hidden === null
		? {
				status: 'OK',
				message: 'Complete. Enter the same in Detrack; calls without it are refused.',
			}
		: { status: 'Error', message: `${hidden.message}. ${hidden.description}` };
}

/** Why one of the fields that count cannot be right, or `null`. */
function hiddenInFields(data: ICredentialDataDecryptedObject): Explanation | null {
	const { username, password, headerName, headerValue } = data;
	const fields: Array<[words: string, value: unknown]> = isBasic(data)
		? [
				['user name', username],
				['password', password],
			]
		: [
				['name of the header', headerName],
				['value of the header', headerValue],
			];
	for (const [words, value] of fields) {
		const hidden = explainHidden(words, pastedOrNull(value) ?? '');
		if (hidden !== null) return hidden;
	}
	return null;
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
	const header = pastedOrNull(headerName)?.replace(/\s*:$/, '').toLowerCase() ?? '';
	const [entered, pasted] = [textOrNull(headerValue), pastedOrNull(headerValue)];
	if (header === '' || entered === null || pasted === null) return { header, values: [] };
	const inUtf8 = [entered, pasted].map((value) => Buffer.from(value).toString('latin1'));
	return { header, values: distinct([entered, pasted, ...inUtf8]) };
}

function isLatin1(text: string): boolean {
	return Buffer.from(text, 'latin1').toString('latin1') === text;
}

function distinct(texts: string[]): string[] {
	return [...new Set(texts)];
}
