import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import { credentialError } from '../../shared/api/apiErrors';
import { type Deadline, withinTimeout } from '../../shared/api/deadline';
import { contentOf } from '../../shared/api/streams';
import { isWebPage, vendorText } from '../../shared/api/vendorText';
import { mask } from '../../shared/basic/secrets';
import { tokenUrlOf } from '../api/baseUrl';

export type HttpRequest = IHttpRequestHelper['helpers']['httpRequest'];

/** The app that tokens belong to, and where. */
export interface App {
	baseUrl: string;
	clientId: string;
	clientSecret: string;
}

/** How ReadyCloud is asked about tokens, and by when it must have answered. */
export interface TokenCalls {
	httpRequest: HttpRequest;
	/** For all questions whether a token is still taken. */
	askedBy: Deadline;
	/** For renewals: one that is given up too early has used the refresh token up for nothing. */
	renewedBy: Deadline;
}

export interface Tokens {
	accessToken: string;
	refreshToken: string;
}

const answerSchema = z.object({ statusCode: z.number(), body: z.unknown().optional() });

const tokensSchema = z.object({
	access_token: z.string().min(1),
	refresh_token: z.string().min(1).optional(),
});

/**
 * Whether ReadyCloud refuses a token. When nothing can be told, it does not: n8n then tells by the
 * request itself what is wrong.
 */
export async function isRefused(
	calls: TokenCalls,
	app: App,
	accessToken: string,
): Promise<boolean> {
	return (await statusFor(calls, app, accessToken)) === 401;
}

/** Whether ReadyCloud certainly takes a token. */
export async function isAccepted(
	calls: TokenCalls,
	app: App,
	accessToken: string,
): Promise<boolean> {
	return (await statusFor(calls, app, accessToken)) === 200;
}

async function statusFor(
	{ httpRequest, askedBy }: TokenCalls,
	{ baseUrl }: App,
	accessToken: string,
): Promise<number | undefined> {
	const answer = await send(httpRequest, askedBy, {
		method: 'GET',
		url: `${baseUrl}/orgs/`,
		qs: { limit: 1 },
		headers: { authorization: `Bearer ${accessToken}` },
	});
	return answer?.statusCode;
}

/**
 * Has the access token renewed, which uses the refresh token up (docs/vendors.md#readycloud-token).
 *
 * @throws UserError saying why there are no new tokens, and what to do, see `credentialError`
 */
export async function renewTokens(
	{ httpRequest, renewedBy }: TokenCalls,
	{ baseUrl, clientId, clientSecret }: App,
	refreshToken: string,
): Promise<Tokens> {
	const answer = await send(httpRequest, renewedBy, {
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
	if (answer === null) {
		throw credentialError({
			message: 'The access token has expired, and ReadyCloud could not be reached to renew it.',
			description:
				'Check the connection and "Use Another Server" in the credential, and try again.',
		});
	}
	const tokens = tokensSchema.safeParse(answer.body);
	if (answer.statusCode < 300 && tokens.success) {
		const { access_token: accessToken, refresh_token: next = refreshToken } = tokens.data;
		return { accessToken, refreshToken: next };
	}
	const reason = mask(reasonIn(answer), [clientSecret, refreshToken]);
	throw credentialError({
		message: `The access token has expired, and ReadyCloud did not renew it: ${reason}.`,
		description:
			'Check Client ID and Client Secret in the credential, or enter a new access token and refresh token.',
	});
}

/** A good answer of another shape may hold new tokens, so that its words are not shown. */
function reasonIn({ statusCode, body }: z.infer<typeof answerSchema>): string {
	const words = statusCode < 300 && !isWebPage(body) ? null : vendorText(body);
	return words?.replace(/\.$/, '') ?? `HTTP status ${statusCode}`;
}

/** Any answer, whatever its status; `null` where there is none in time. */
async function send(httpRequest: HttpRequest, deadline: Deadline, request: IHttpRequestOptions) {
	if (deadline.isOver) return null;
	try {
		const answer: unknown = await httpRequest(
			withinTimeout({
				...request,
				json: true,
				encoding: 'stream',
				timeout: Math.ceil(deadline.left * 1000),
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			}),
		);
		const { statusCode, body } = answerSchema.parse(answer);
		return { statusCode, body: await deadline.bound(contentOf(body)) };
	} catch {
		// Not kept: the original holds what was sent.
		return null;
	}
}
