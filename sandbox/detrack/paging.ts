import type { FastifyRequest } from 'fastify';
import { jsonAnswer, type Answer } from '../core/answer';
import { addCode } from './checkFields';
import { invalid, type FieldError } from './problem';
import type { DetrackSettings } from './settings';

const MOST = 100;

export interface Page {
	page: number;
	limit: number;
}

/** Which page is asked for; both numbers may come as texts. */
export function pageAsked(page: unknown, limit: unknown, settings: DetrackSettings): Page {
	const asked = whole(limit) ?? settings.defaultLimit;
	if (asked > MOST && settings.overLimit === 'refused') {
		const errors: FieldError[] = [];
		addCode(errors, 'limit', `must be less than or equal to ${MOST}`);
		throw invalid(errors);
	}
	return { page: whole(page) ?? 1, limit: Math.min(asked, MOST) };
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

/** The address of another page of what this request asks for. */
export function pageLink(
	request: FastifyRequest,
	page: number,
	limit: number,
	{ listLinks }: DetrackSettings,
): string {
	const url = new URL(request.url, `${request.protocol}://${request.host}`);
	url.searchParams.set('page', String(page));
	url.searchParams.set('limit', String(limit));
	return listLinks === 'absolute' ? url.href : url.pathname + url.search;
}

function whole(value: unknown): number | undefined {
	const number = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : undefined;
}
