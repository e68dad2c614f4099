import type { FastifyRequest } from 'fastify';

import { type Answer, jsonAnswer } from '../core/answer';
import { Problem } from '../core/problem';
import { linkTo, queryValue, wholeNumber } from '../core/query';
import type { RadaroSettings } from './settings';

const PAGE_SIZE = 20;

/** One page of a list, in whichever envelope lists come. */
export function pageOf<T>(
	request: FastifyRequest,
	all: readonly T[],
	settings: RadaroSettings,
	show: (each: T) => unknown,
): Answer {
	const asked = wholeNumber(queryValue(request, 'page_size'), 1) ?? PAGE_SIZE;
	const size = Math.min(asked, settings.maxPageSize);
	const pageText = queryValue(request, 'page');
	const page = settings.ignorePaging || pageText === undefined ? 1 : wholeNumber(pageText, 1);
	const last = Math.max(1, Math.ceil(all.length / size));
	const beyond = page === undefined || page > last;
	if (beyond) throw new Problem(404, 'Invalid page.');
	const start = (page - 1) * size;
	const results = all.slice(start, start + size).map(show);
	if (settings.listEnvelope === 'array') return jsonAnswer(200, results);
	if (!settings.listNext) return jsonAnswer(200, { count: all.length, results });
	// Such a framework builds links out of the request, and so puts the key into them.
	const link = (number: number): string => linkTo(request, { page: number });
	const next = page < last ? link(page + 1) : null;
	const previous = page > 1 ? link(page - 1) : null;
	return jsonAnswer(200, { count: all.length, next, previous, results });
}
