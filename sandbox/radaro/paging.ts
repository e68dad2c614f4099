import type { FastifyRequest } from 'fastify';
import { jsonAnswer, type Answer } from '../core/answer';
import { queryValue } from '../core/query';
import type { RadaroSettings } from './settings';
import { detailAnswer } from './errors';

/** One page of a list, in whichever envelope lists come. */
export function pageOf<T>(
	request: FastifyRequest,
	all: readonly T[],
	settings: RadaroSettings,
	show: (each: T) => unknown,
): Answer {
	const asked = positive(queryValue(request, 'page_size')) ?? settings.defaultPageSize;
	const size = Math.min(asked, settings.maxPageSize);
	const pageText = queryValue(request, 'page');
	const page = settings.ignorePaging || pageText === undefined ? 1 : positive(pageText);
	const last = Math.max(1, Math.ceil(all.length / size));
	const beyond = page === undefined || page > last;
	if (beyond && settings.pageBeyondEnd === '404') {
		return detailAnswer(settings.errorForm, 404, 'Invalid page.');
	}
	const start = beyond ? all.length : (page - 1) * size;
	const results = all.slice(start, start + size).map(show);
	if (settings.listEnvelope === 'array') return jsonAnswer(200, results);
	if (!settings.listNext) return jsonAnswer(200, { count: all.length, results });
	const next = !beyond && page < last ? linkTo(request, page + 1) : null;
	const previous = !beyond && page > 1 ? linkTo(request, page - 1) : null;
	return jsonAnswer(200, { count: all.length, next, previous, results });
}

function positive(text: string | undefined): number | undefined {
	const number = Number(text);
	return Number.isInteger(number) && number > 0 ? number : undefined;
}

// Such a framework builds links out of the request, and so puts the key into them.
function linkTo(request: FastifyRequest, page: number): string {
	const url = new URL(request.url, `${request.protocol}://${request.host}`);
	url.searchParams.set('page', String(page));
	return url.href;
}
