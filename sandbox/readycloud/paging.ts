import type { FastifyRequest } from 'fastify';

import { type Answer, jsonAnswer } from '../core/answer';
import { linkTo, queryValue, wholeNumber } from '../core/query';
import type { ReadyCloudSettings } from './settings';

const PAGE_SIZE = 20;

/** One page of a list. */
export function pageOf<T>(
	request: FastifyRequest,
	all: readonly T[],
	settings: ReadyCloudSettings,
	show: (each: T) => unknown,
): Answer {
	const asked = wholeNumber(queryValue(request, 'limit'), 1) ?? PAGE_SIZE;
	const limit = Math.min(asked, settings.maxPageSize);
	const start = wholeNumber(queryValue(request, 'offset'), 0) ?? 0;
	// The link repeats the query, and so a token that was sent in it.
	const link = (offset: number): string => linkTo(request, { limit, offset });
	return jsonAnswer(200, {
		count: all.length,
		next: start + limit < all.length ? link(start + limit) : null,
		previous: start > 0 ? link(Math.max(0, start - limit)) : null,
		results: all.slice(start, start + limit).map(show),
	});
}
