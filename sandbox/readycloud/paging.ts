import type { FastifyRequest } from 'fastify';
import { jsonAnswer, type Answer } from '../core/answer';
import { queryValue } from '../core/query';
import type { ReadyCloudSettings } from './settings';

/** One page of a list. */
export function pageOf<T>(
	request: FastifyRequest,
	all: readonly T[],
	settings: ReadyCloudSettings,
	show: (each: T) => unknown,
): Answer {
	const asked = whole(queryValue(request, 'limit')) || settings.defaultPageSize;
	const size = Math.min(asked, settings.maxPageSize);
	const start = whole(queryValue(request, 'offset')) ?? 0;
	const link = (offset: number): string => linkTo(request, offset, size, settings);
	return jsonAnswer(200, {
		count: all.length,
		next: start + size < all.length ? link(start + size) : null,
		previous: start > 0 ? link(Math.max(0, start - size)) : null,
		results: all.slice(start, start + size).map(show),
	});
}

function whole(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

// The link repeats the query, and so a token that was sent in it.
function linkTo(
	request: FastifyRequest,
	offset: number,
	size: number,
	{ nextLink }: ReadyCloudSettings,
): string {
	const url = new URL(request.url, `${request.protocol}://${request.host}`);
	url.searchParams.set('limit', String(size));
	url.searchParams.set('offset', String(offset));
	return nextLink === 'absolute' ? url.href : url.pathname + url.search;
}
