import type { IDataObject } from 'n8n-workflow';

import type { ApiClient, ApiRequest } from '../../shared/api/apiClient';
import {
	ENDED_EARLY,
	type List,
	missingOf,
	notAList,
	type Page,
	type Present,
	readPages,
	REPEATED,
	TOOK_TOO_LONG,
} from '../../shared/api/lists';
import { isRecord, keysOf, recordsIn, textOrNull } from '../../shared/basic/values';
import { MOST_PAGES, PAGE_SIZE } from './limits';

/** Numbers that Detrack's lists understand, for the page at hand. */
export interface PageQuery {
	page: number;
	limit: number;
}

/**
 * Reads a list of Detrack by page numbers. Its links are only asked whether there is more, never
 * followed: those of the search have an odd form (docs/vendors.md#detrack-search). A server may give
 * smaller pages than asked for, so a short one ends the list only without a link to the next.
 *
 * @param pageOf the request for one page
 * @param wanted how many entries; `Infinity` for all
 * @throws NodeApiError when a page is refused or is no list
 */
export async function readList(
	client: ApiClient,
	pageOf: (page: PageQuery) => ApiRequest,
	wanted: number,
	present?: Present,
): Promise<List> {
	const limit = Math.min(PAGE_SIZE, wanted);
	let total: number | undefined;
	const { entries, isWhole, isLate, read } = await readPages({
		async readPage(page) {
			const listed = await readPage(client, pageOf({ page, limit }), limit);
			// What there was at the beginning: a page beyond the end may count nothing.
			total ??= listed.total;
			return listed;
		},
		identityOf,
		present,
		limit: wanted,
		mostPages: MOST_PAGES,
	});
	const missing = missingOf('Detrack', total, read);
	if (!isWhole) {
		return { entries, incomplete: `${missing}: ${isLate ? TOOK_TOO_LONG : REPEATED}` };
	}
	const isShort = entries.length < wanted && total !== undefined && read < total;
	return { entries, incomplete: isShort ? `${missing}: ${ENDED_EARLY}` : null };
}

/**
 * Reads one page of a list.
 *
 * @param limit how many entries the request asks for
 * @throws NodeApiError when it is refused or is no list
 */
export async function readPage(
	client: ApiClient,
	request: ApiRequest,
	limit: number,
): Promise<Page & { total?: number }> {
	const body = await client.request(request);
	const entries = listIn(body);
	if (entries === undefined) throw notAList(client, body);
	const { links, total_count: count } = keysOf(body);
	const total = typeof count === 'number' ? count : undefined;
	const hasMore = (read: number): boolean => {
		if (entries.length === 0) return false;
		if (textOrNull(keysOf(links).next) !== null) return true;
		if (total !== undefined) return read < total;
		return !isRecord(links) && entries.length >= limit;
	};
	return { entries, total, hasMore };
}

function listIn(body: unknown): IDataObject[] | undefined {
	if (body === undefined) return [];
	const list: unknown = isRecord(body) ? body.data : body;
	if (!Array.isArray(list)) return undefined;
	const entries = recordsIn(list) as IDataObject[];
	return list.length > 0 && entries.length === 0 ? undefined : entries;
}

function identityOf(entry: IDataObject): string {
	return textOrNull(entry.id) ?? JSON.stringify(entry);
}
