import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { z } from 'zod';

import { redact } from '../shared/secrets';
import { textOrNull } from '../shared/values';
import { vendorText } from '../shared/vendorText';
import { baseUrlOf, tokenUrlOf } from './address';

type HttpRequest = IHttpRequestHelper['helpers']['httpRequest'];

/** The hidden property of the credential: empty until n8n asked for the first time. */
const UNUSED = '';
const IN_USE = 'in use';

const TIMEOUT_MS = 30_000;

const answerSchema = z.object({ statusCode: z.number(), body: z.unknown().optional() });

const tokensSchema = z.object({
	access_token: z.string().min(1),
	refresh_token: z.string().min(1).optional(),
});

/**
 * What n8n calls before a credential's first use, after a 401, and in every test of the credential.
 * It does not say which of these it is, so a token that still works is left alone: renewing uses the
 * refresh token up, and another execution may have renewed already. A renewal keeps the access token
 * or gives another one, and always hands out a new refresh token (docs/vendors.md#readycloud-token).
 *
 * @returns the properties to be saved in the credential
 * @throws UserError with the reason when ReadyCloud refuses to renew
 */
export async function renewReadyCloudToken(
	httpRequest: HttpRequest,
	credentials: ICredentialDataDecryptedObject,
): Promise<ICredentialDataDecryptedObject> {
	const { accessToken, clientId, clientSecret, refreshToken } = textsOf(credentials);
	const canRenew = clientId !== null && clientSecret !== null && refreshToken !== null;
	if (!canRenew || (credentials.renewal ?? UNUSED) === UNUSED) return { renewal: IN_USE };

	const baseUrl = baseUrlOf(credentials.baseUrl);
	if (accessToken !== null && (await works(httpRequest, baseUrl, accessToken))) {
		return { renewal: IN_USE };
	}
	const answer = await ask(httpRequest, {
		method: 'POST',
		url: tokenUrlOf(baseUrl),
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'refresh_token',
			client_id: clientId,
			client_secret: clientSecret,
			refresh_token: refreshToken,
		}).toString(),
	});
	const tokens = tokensSchema.safeParse(answer.body);
	if (answer.statusCode > 299 || !tokens.success) {
		const said = vendorText(answer.body) ?? `HTTP status ${answer.statusCode}`;
		throw new UserError(
			redact(
				`The access token has expired, and ReadyCloud did not renew it: ${said}. Check client ID and client secret in the credential, or enter a new access token and refresh token.`,
				[accessToken ?? '', clientSecret, refreshToken],
			),
		);
	}
	return {
		renewal: IN_USE,
		accessToken: tokens.data.access_token,
		refreshToken: tokens.data.refresh_token ?? refreshToken,
	};
}

function textsOf(credentials: ICredentialDataDecryptedObject) {
	return {
		accessToken: textOrNull(credentials.accessToken),
		clientId: textOrNull(credentials.clientId),
		clientSecret: textOrNull(credentials.clientSecret),
		refreshToken: textOrNull(credentials.refreshToken),
	};
}

/** Whether a token is anything but refused; when nothing can be told, it is not renewed. */
async function works(
	httpRequest: HttpRequest,
	baseUrl: string,
	accessToken: string,
): Promise<boolean> {
	const { statusCode } = await ask(httpRequest, {
		method: 'GET',
		url: `${baseUrl}/orgs/`,
		qs: { limit: 1 },
		headers: { authorization: `Bearer ${accessToken}` },
	});
	return statusCode !== 401;
}

async function ask(httpRequest: HttpRequest, request: IHttpRequestOptions) {
	const answer: unknown = await httpRequest({
		...request,
		json: true,
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	});
	return answerSchema.parse(answer);
}
