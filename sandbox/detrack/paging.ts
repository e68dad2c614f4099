import type { FastifyRequest } from 'fastify';

import { type Answer, jsonAnswer } from '../core/answer';
import { linkTo, wholeNumber } from '../core/query';
import type { DetrackSettings } from './settings';

// Detrack's reference says so; one of its clients takes 50.
const USUAL = 20;
const MOST = 100;

export interface Page {
	page: number;
	limit: number;
}

/** Which page is asked for; both numbers may come as texts. */
export function pageAsked(page: unknown, limit: unknown): Page {
	return {
		page: wholeNumber(page, 1) ?? 1,
		limit: Math.min(wholeNumber(limit, 1) ?? USUAL, MOST),
	};
}

/** One page of a list; `link` gives another page's address. */
export function listAnswer<T>(
	all: readonly T[],
	{ page, limit }: Page,
	settings: DetrackSettings,
	parts: { show(each: T): unknown; link(page: number): string | null },
): Answer {
	const last = Math.max(1, Math.ceil(all.length / limit));
	const data = all.slice((page - 1) * limit, page * limit).map(parts.show);
	const next = page < last ? parts.link(page + 1) : null;
	const prev = page > 1 ? parts.link(page - 1) : null;
	const links = { next, prev };
	if (!settings.listTotals) return jsonAnswer(200, { data, links });
	const ends = { first: parts.link(1), last: parts.link(last) };
	return jsonAnswer(200, { data, links: { ...ends, ...links }, total_count: all.length });
}

/** The URL of another page of what this request asks for. */
export function pageLink(
	request: FastifyRequest,
	page: number,
	limit: number,
	{ listLinks }: DetrackSettings,
): string {
	return linkTo(request, { page, limit }, listLinks);
}
