import type { FastifyRequest } from 'fastify';

import { isRecord } from '../core/json';
import { queryValue } from '../core/query';
import { ReadyCloudProblem } from './problem';
import type { ReadyCloudService } from './service';
import type { Token } from './tokens';

/** Whose token a request has; it counts against the limits of the token's app. */
export function callerOf(service: ReadyCloudService, request: FastifyRequest): Token {
	const sent = tokenIn(request);
	const { settings, tokens } = service;
	const token = sent === undefined ? undefined : tokens.usable(sent);
	if (!token) throw unauthorized(sent !== undefined);
	const seconds = takeTurn(service, token, request.method);
	if (seconds === null) return token;
	const headers: Record<string, string> = settings.values.retryAfter
		? { 'retry-after': String(seconds) }
		: {};
	throw new ReadyCloudProblem(429, 'Request was throttled.', headers);
}

/** The header wins over a form field, and that one over the query. */
function tokenIn(request: FastifyRequest): string | undefined {
	const [, bearer] = /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
	if (bearer !== undefined) return bearer;
	const { body } = request;
	const field = isRecord(body) ? body.bearer_token : undefined;
	return typeof field === 'string' ? field : queryValue(request, 'bearer_token');
}

/** For a token that is not there or is no good. */
export function unauthorized(sent: boolean): ReadyCloudProblem {
	const why = sent
		? 'The access token is unknown or has expired.'
		: 'Authentication credentials were not provided.';
	const realm = 'Bearer realm="ReadyCloud"';
	const challenge = sent ? `${realm}, error="invalid_token", error_description="${why}"` : realm;
	return new ReadyCloudProblem(401, why, { 'www-authenticate': challenge });
}

/** Reads and writes have limits of their own; gives null, or in how many seconds there is room. */
function takeTurn(
	{ limits, settings }: ReadyCloudService,
	{ client }: Token,
	method: string,
): number | null {
	const { readsPerMinute, writesPerMinute, limitWindow } = settings.values;
	return method === 'GET'
		? limits.take(`${client} reads`, readsPerMinute, limitWindow)
		: limits.take(`${client} writes`, writesPerMinute, limitWindow);
}
