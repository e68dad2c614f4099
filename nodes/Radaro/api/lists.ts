import { type IDataObject, NodeApiError } from 'n8n-workflow';

import { type ApiClient, isRefusal } from '../../shared/api/apiClient';
import { MOST_PAGES } from '../../shared/api/limits';
import {
	type List,
	missingOf,
	notAList,
	type Present,
	readPages,
	TOOK_TOO_LONG,
} from '../../shared/api/lists';
import { idOrNull, isRecord, keysOf, recordsIn, textOrNull } from '../../shared/basic/values';
import { PAGE_SIZE } from './limits';

/** How a server may answer a page that it does not have, or the question for one. */
const NO_SUCH_PAGE = [400, 404, 422];

export interface ListRequest {
	path: string;
	query?: IDataObject;
	/** How many fitting entries are wanted; `Infinity` for all. */
	limit: number;
	fits?(entry: IDataObject): boolean;
	present?: Present;
	/** Where it is enough to look at the beginning. */
	maxPages?: number;
}

/**
 * Reads a list of Radaro: an object with `count` and `results`, or a bare array. Page numbers are
 * not documented, so reading ends at an empty or refused page and at one that holds nothing new, and
 * no link is followed.
 *
 * @throws NodeApiError when the first page is refused or is no list
 */
export async function readList(client: ApiClient, request: ListRequest): Promise<List> {
	const { path, limit, fits, present, maxPages = MOST_PAGES } = request;
	let count: number | undefined;
	const { entries, isWhole, isLate, read } = await readPages({
		async readPage(page) {
			const listed = await readPage(client, { path, query: request.query }, page);
			if (listed === null) return null;
			// A page beyond the end may count nothing.
			if (listed.count !== undefined) count = Math.max(count ?? 0, listed.count);
			return { entries: listed.results, hasMore: (readSoFar) => hasMore(listed, count, readSoFar) };
		},
		identityOf,
		fits,
		present,
		limit,
		mostPages: maxPages,
	});
	return { entries, incomplete: isWhole ? null : incompleteness(count, read, isLate) };
}

/**
 * Reads one page of a list.
 *
 * @returns `null` where the server says that it has no such page
 * @throws NodeApiError when the first page is refused or is no list
 */
export async function readPage(
	client: ApiClient,
	{ path, query: given }: Pick<ListRequest, 'path' | 'query'>,
	page: number,
): Promise<Listed | null> {
	const query = { ...given, page_size: PAGE_SIZE, ...(page > 1 ? { page } : {}) };
	const answer = await client.send({ method: 'GET', path, query });
	if (answer instanceof NodeApiError) throw answer;
	const listed = isRefusal(answer) ? undefined : listIn(answer.body);
	if (listed !== undefined) return listed;
	if (page > 1 && NO_SUCH_PAGE.includes(answer.status)) return null;
	throw isRefusal(answer) ? client.refusal(answer) : notAList(client, answer.body);
}

/** Where no count tells, a full page may be followed by another, and an empty one is the end. */
export function hasMore(
	{ results, hasNext }: Listed,
	count: number | undefined,
	read: number,
): boolean {
	if (count !== undefined) return hasNext || read < count;
	return results.length > 0 && (hasNext || results.length >= PAGE_SIZE);
}

function incompleteness(count: number | undefined, read: number, isLate = false): string {
	const more = `${missingOf('Radaro', count, read)}.`;
	if (isLate) return `${more} So far ${TOOK_TOO_LONG}`;
	return `${more} It does not document how to read further pages.`;
}

function identityOf(entry: IDataObject): string {
	const ids = [entry.order_id, entry.id, entry.external_id].map(idOrNull);
	return ids.find((id) => id !== null) ?? JSON.stringify(entry);
}

export interface Listed {
	results: IDataObject[];
	count?: number;
	hasNext: boolean;
}

function listIn(body: unknown): Listed | undefined {
	if (body === undefined) return { results: [], hasNext: false };
	const list: unknown = isRecord(body) ? body.results : body;
	if (!Array.isArray(list)) return undefined;
	const results = recordsIn(list) as IDataObject[];
	if (list.length > 0 && results.length === 0) return undefined;
	const { count, next } = keysOf(body);
	return {
		results,
		count: typeof count === 'number' ? count : undefined,
		hasNext: textOrNull(next) !== null,
	};
}
