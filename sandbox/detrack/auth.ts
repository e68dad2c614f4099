import type { FastifyRequest } from 'fastify';

import { isRecord } from '../core/json';
import { badData, DetrackProblem } from './problem';
import type { ApiKey, DetrackService } from './service';

/** Who asks: a request needs a key, and counts against the limit. */
export function callerOf(service: DetrackService, request: FastifyRequest): ApiKey {
	const { keys, limits, settings } = service;
	const key = keys.usable(request.headers['x-api-key']);
	if (!key) throw unauthorized(service);
	const seconds = limits.take('account', settings.values.requestsPerMinute, 'rolling');
	if (seconds === null) return key;
	const [code, message] = ['rate_limit_exceeded', 'Rate limit exceeded'];
	throw new DetrackProblem(429, code, message, undefined, waitHeaders(service, seconds));
}

/** For a key that is not there or is no good. */
export function unauthorized({ settings }: DetrackService): DetrackProblem {
	return new DetrackProblem(settings.values.keyStatus, 'unauthorized', 'Invalid API key');
}

/** What stands in a body's `data`. */
export function dataOf(body: unknown): unknown {
	if (!isRecord(body) || body.data === undefined) throw badData('data is missing');
	return body.data;
}

function waitHeaders(
	{ settings, services }: DetrackService,
	seconds: number,
): Record<string, string> {
	const { retryAfter } = settings.values;
	if (retryAfter === 'none') return {};
	const date = new Date(services.clock.now().getTime() + seconds * 1000).toUTCString();
	return { 'retry-after': retryAfter === 'date' ? date : String(seconds) };
}
