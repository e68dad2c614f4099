import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { textOrNull } from '../../shared/basic/values';

/**
 * What a credential says that Detrack's calls must carry: lines of an HTTP header, in every encoding
 * that a sender may use for letters outside of ASCII (docs/vendors.md#detrack-proof). None when the
 * credential is not filled in, so that every call is refused.
 */
export function proofLines(credential: ICredentialDataDecryptedObject | null): string[] {
	if (credential === null) return [];
	return isBasic(credential) ? basicLines(credential) : headerLines(credential);
}

/** What a refusal asks for, where the credential asks for a user name and a password. */
export function challengeOf(credential: ICredentialDataDecryptedObject | null): string | undefined {
	if (credential === null || !isBasic(credential)) return undefined;
	return 'Basic realm="Detrack webhook", charset="UTF-8"';
}

/** The texts that must not be shown: what stands in the lines, and what it was made from. */
export function secretsIn(lines: readonly string[]): string[] {
	return lines.flatMap((line) => {
		const value = line.slice(line.indexOf(':') + 1).trim();
		const [, scheme, token] = /^(\w+) (\S+)$/.exec(value) ?? [];
		if (scheme === undefined || token === undefined) return [value];
		if (scheme !== 'Basic') return [value, token];
		const pair = Buffer.from(token, 'base64').toString();
		return [token, pair, pair.slice(pair.indexOf(':') + 1)];
	});
}

/** There is nothing to call: Detrack calls us. So the test is whether something can be checked. */
export function testProof(credential: ICredentialsDecrypted): INodeCredentialTestResult {
	const filled = proofLines(credential.data ?? null).length > 0;
	return filled
		? {
				status: 'OK',
				message: 'Complete. Enter the same in Detrack; calls without it are refused.',
			}
		: {
				status: 'Error',
				message: isBasic(credential.data ?? {})
					? 'The password is missing, so every call would be refused. Enter the one from Detrack.'
					: 'The name or the value of the header is missing, so every call would be refused. Enter those from Detrack.',
			};
}

function isBasic({ authentication }: ICredentialDataDecryptedObject): boolean {
	return authentication !== 'headerAuth';
}

/** Detrack does not document the encoding: UTF-8 is usual, and Latin-1 what older programs send. */
function basicLines({ username, password }: ICredentialDataDecryptedObject): string[] {
	if (typeof password !== 'string' || password === '') return [];
	const pair = `${typeof username === 'string' ? username : ''}:${password}`;
	const bytes = [Buffer.from(pair)];
	if (isLatin1(pair)) bytes.push(Buffer.from(pair, 'latin1'));
	return distinct(bytes.map((given) => `authorization: Basic ${given.toString('base64')}`));
}

/** Node.js reads headers as Latin-1, so a value in UTF-8 looks different from what was entered. */
function headerLines({ headerName, headerValue }: ICredentialDataDecryptedObject): string[] {
	const name = textOrNull(headerName)?.replace(/\s*:$/, '').toLowerCase();
	const value = textOrNull(headerValue);
	if (!name || value === null) return [];
	return distinct([value, Buffer.from(value).toString('latin1')].map((form) => `${name}: ${form}`));
}

function isLatin1(text: string): boolean {
	return Buffer.from(text, 'latin1').toString('latin1') === text;
}

function distinct(texts: string[]): string[] {
	return [...new Set(texts)];
}
