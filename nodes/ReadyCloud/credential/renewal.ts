import { hash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { Deadline } from '../../shared/api/deadline';
import { credentialError } from '../../shared/api/apiErrors';
import { emptyBaseUrl } from '../../shared/api/baseUrl';
import { secretToSend } from '../../shared/api/pastedSecrets';
import { pastedOrNull } from '../../shared/basic/pasted';
import { baseUrlOf } from '../api/baseUrl';
import { missingToRenew } from '../api/renewable';
import { MOST_SUCCESSORS, RENEWAL_SECONDS, TOKEN_QUESTION_SECONDS } from '../api/limits';
import {
	type App,
	type HttpRequest,
	isAccepted,
	isRefused,
	renewTokens,
	type TokenCalls,
	type Tokens,
} from './tokenRequests';

/** The hidden property of the credential: empty until n8n asked for the first time. */
const UNUSED = '';
const IN_USE = 'in use';

/**
 * What this process got for refresh tokens that are used up, by their digests. Two executions may
 * renew at once, and a form that stood open in the editor may be saved with tokens of before.
 */
const successors = new Map<string, Promise<Tokens>>();

/**
 * What n8n calls before a credential's first use, after a 401, and in every test of the credential.
 * It does not say which of these it is, so a token that still works is left alone: renewing uses the
 * refresh token up, and another execution may have renewed already. A renewal keeps the access token
 * or gives another one, and always hands out a new refresh token (docs/vendors.md#readycloud-token).
 *
 * @returns the properties to be saved in the credential
 * @throws UserError with the reason when ReadyCloud refuses to renew, or when it cannot be asked to
 */
export async function renewReadyCloudToken(
	httpRequest: HttpRequest,
	credentials: ICredentialDataDecryptedObject,
): Promise<ICredentialDataDecryptedObject> {
	const [accessToken, clientId, clientSecret, refreshToken] = [
		credentials.accessToken,
		credentials.clientId,
		credentials.clientSecret,
		credentials.refreshToken,
	].map(pastedOrNull);
	if (!clientId || !clientSecret || !refreshToken) return { renewal: IN_USE };
	if ((credentials.renewal ?? UNUSED) === UNUSED) return { renewal: IN_USE };

	const empty = emptyBaseUrl('ReadyCloud', credentials);
	if (empty !== null) throw credentialError(empty);
	const app = { baseUrl: baseUrlOf(credentials.baseUrl), clientId, clientSecret };
	const calls = {
		httpRequest,
		askedBy: Deadline.after(TOKEN_QUESTION_SECONDS),
		renewedBy: Deadline.after(TOKEN_QUESTION_SECONDS + RENEWAL_SECONDS),
	};
	if (accessToken && !(await isRefused(calls, app, accessToken))) return { renewal: IN_USE };
	checkWhatRenews(credentials);
	return await latestTokens(calls, app, refreshToken).then(
		(tokens) => ({ renewal: IN_USE, ...tokens }),
		async (reason: Error) => {
			// Another process may have renewed it meanwhile, which uses the refresh token up for this one.
			// Where it gave another access token, `ApiClient` finds that in what n8n has stored.
			if (accessToken && (await isAccepted(calls, app, accessToken))) {
				return { renewal: IN_USE };
			}
			throw reason;
		},
	);
}

/**
 * Looks at the fields that are only needed to renew the access token. While it is valid they stop no
 * request, so n8n's test of the credential has to tell of them.
 *
 * @throws UserError when one of them is missing beside the others, or cannot be right, see `secretToSend`
 */
export function checkWhatRenews(credentials: ICredentialDataDecryptedObject): void {
	const missing = missingToRenew(credentials);
	if (missing !== null) throw credentialError(missing);
	secretToSend('ReadyCloud', 'Client ID', credentials.clientId);
	secretToSend('ReadyCloud', 'Client Secret', credentials.clientSecret);
	secretToSend('ReadyCloud', 'refresh token', credentials.refreshToken);
}

/** The tokens that came last from a refresh token: known ones that work, or new ones. */
async function latestTokens(calls: TokenCalls, app: App, refreshToken: string): Promise<Tokens> {
	const passed: string[] = [];
	let last = refreshToken;
	for (;;) {
		const known = successors.get(keyOf(app, last));
		// Where refresh tokens do not change, the same one is used again.
		if (known === undefined || passed.includes(last)) break;
		const tokens = await known;
		if (!(await isRefused(calls, app, tokens.accessToken))) return tokens;
		passed.push(last);
		last = tokens.refreshToken;
	}
	const renewal = remember([...passed, last], app, renewTokens(calls, app, last));
	if (last === refreshToken) return await renewal;
	// ReadyCloud may have been set back, as the sandbox can be, and take the one before again.
	return await renewal.catch(
		async () => await remember([refreshToken], app, renewTokens(calls, app, refreshToken)),
	);
}

/** A renewal that failed is no successor: it may be tried again. */
function remember(spent: string[], app: App, renewal: Promise<Tokens>): Promise<Tokens> {
	const keys = spent.map((token) => keyOf(app, token));
	for (const key of keys) successors.set(key, renewal);
	for (const oldest of successors.keys()) {
		if (successors.size <= MOST_SUCCESSORS) break;
		successors.delete(oldest);
	}
	renewal.catch(() => keys.forEach((key) => successors.delete(key)));
	return renewal;
}

function keyOf(app: App, refreshToken: string): string {
	return hash('sha256', JSON.stringify([app, refreshToken]), 'hex');
}
