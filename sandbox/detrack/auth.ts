import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendAnswer, type Answer } from '../core/answer';
import { isRecord } from '../core/json';
import { isDownload, sendDownload, type Download } from './download';
import { badData, Problem, problemAnswer } from './problem';
import type { DetrackService } from './service';

type Handler = (request: FastifyRequest) => Answer | Download;
type Route = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** A route that needs a key, and counts against the limit. */
export function withKey(service: DetrackService, handler: Handler): Route {
	return answering(service, (request) => {
		const settings = service.settings.values;
		const key = service.keys.usable(request.headers['x-api-key']);
		if (!key) return unauthorized(service);
		const bucket = settings.limitPer === 'key' ? key.key : 'account';
		const { requestsPerMinute, limitWindow } = settings;
		const seconds = service.limits.take(bucket, requestsPerMinute, limitWindow);
		return seconds === null ? handler(request) : limited(service, seconds);
	});
}

/** A route that tells problems as Detrack does. */
export function answering(service: DetrackService, handler: Handler): Route {
	return (request, reply) => {
		try {
			const outcome = handler(request);
			if (isDownload(outcome)) return sendDownload(reply, outcome);
			return sendAnswer(reply, outcome);
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			return sendAnswer(reply, problemAnswer(service.settings.values, error));
		}
	};
}

/** The answer to a key that isn't there or is no good. */
export function unauthorized({ settings }: DetrackService): Required<Answer> {
	const problem = new Problem(settings.values.keyStatus, 'unauthorized', 'Invalid API key');
	return { headers: {}, ...problemAnswer(settings.values, problem) };
}

/** What stands in a body's `data`. */
export function dataOf({ body }: FastifyRequest): unknown {
	if (!isRecord(body) || body.data === undefined) throw badData('data is missing');
	return body.data;
}

function limited({ settings, services }: DetrackService, seconds: number): Answer {
	const { retryAfter } = settings.values;
	const problem = new Problem(429, 'rate_limit_exceeded', 'Rate limit exceeded');
	const answer = problemAnswer(settings.values, problem);
	if (retryAfter === 'none') return answer;
	const date = new Date(services.clock.now().getTime() + seconds * 1000).toUTCString();
	return { ...answer, headers: { 'retry-after': retryAfter === 'date' ? date : String(seconds) } };
}
