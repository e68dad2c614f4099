import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendAnswer, type Answer } from '../core/answer';
import { isRecord } from '../core/json';
import { queryValue } from '../core/query';
import { Problem, problemAnswer } from './problem';
import type { ReadyCloudService } from './service';
import type { Token } from './tokens';

type Handler = (request: FastifyRequest, token: Token) => Answer;

/** A route that needs a token, and counts against its app's limits. */
export function withToken(service: ReadyCloudService, handler: Handler) {
	return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
		const settings = service.settings.values;
		const sent = tokenOf(request);
		const token = sent === undefined ? undefined : service.tokens.usable(sent, settings);
		if (!token) return sendAnswer(reply, unauthorized(service, sent !== undefined));
		const seconds = takeTurn(service, token, request.method);
		if (seconds !== null) return sendAnswer(reply, limited(service, seconds));
		try {
			return sendAnswer(reply, handler(request, token));
		} catch (error) {
			if (error instanceof Problem) return sendAnswer(reply, problemAnswer(settings, error));
			throw error;
		}
	};
}

/** Reads and writes have limits of their own; gives null, or in how many seconds there's room. */
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

/** The header wins over a form field, and that one over the query. */
function tokenOf(request: FastifyRequest): string | undefined {
	const [, bearer] = /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
	if (bearer !== undefined) return bearer;
	const { body } = request;
	const field = isRecord(body) ? body.bearer_token : undefined;
	return typeof field === 'string' ? field : queryValue(request, 'bearer_token');
}

/** The answer to a token that isn't there or is no good. */
export function unauthorized({ settings }: ReadyCloudService, sent: boolean): Required<Answer> {
	const why = sent
		? 'The access token is unknown or has expired.'
		: 'Authentication credentials were not provided.';
	const realm = 'Bearer realm="ReadyCloud"';
	const challenge = sent ? `${realm}, error="invalid_token", error_description="${why}"` : realm;
	const answer = problemAnswer(settings.values, new Problem(401, why));
	return { ...answer, headers: { 'www-authenticate': challenge } };
}

function limited({ settings }: ReadyCloudService, seconds: number): Answer {
	const answer = problemAnswer(settings.values, new Problem(429, 'Request was throttled.'));
	const told = settings.values.retryAfter;
	return told ? { ...answer, headers: { 'retry-after': String(seconds) } } : answer;
}
