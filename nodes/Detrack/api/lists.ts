import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ApiClient, ApiRequest } from '../../shared/api/apiClient';
import { vendorText } from '../../shared/api/vendorText';
import { isRecord, keysOf, recordsIn, textOrNull } from '../../shared/basic/values';

/** As many as Detrack gives at once (docs/vendors.md#detrack-paths). */
const LARGEST_PAGE = 100;

/** A list that never ends is no list. */
const MOST_PAGES = 2000;

/** Numbers that Detrack's lists understand, for the page at hand. */
export interface Page {
	page: number;
	limit: number;
}

export interface List {
	entries: IDataObject[];
	/** A sentence where Detrack has, or may have, more than it gave. */
	incomplete: string | null;
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
	pageOf: (page: Page) => ApiRequest,
	wanted: number,
): Promise<List> {
	const limit = Math.min(LARGEST_PAGE, wanted);
	const entries: IDataObject[] = [];
	const seen = new Set<string>();
	for (let page = 1; page <= MOST_PAGES; page++) {
		const body = await client.request(pageOf({ page, limit }));
		const listed = listIn(body);
		if (listed === undefined) throw notAList(client, body);
		// A job that is created while reading moves the others to the next page, where they come again.
		const fresh = listed.filter((entry) => !seen.has(identityOf(entry)));
		for (const entry of fresh) {
			seen.add(identityOf(entry));
			if (entries.push(entry) === wanted) return { entries, incomplete: null };
		}
		if (listed.length === 0 || !hasMore(body, listed.length, limit, seen.size)) {
			return { entries, incomplete: null };
		}
		if (fresh.length === 0) break;
	}
	return { entries, incomplete: 'Detrack may have more than it gave: its pages began to repeat.' };
}

function hasMore(body: unknown, given: number, limit: number, read: number): boolean {
	const { links, total_count: total } = keysOf(body);
	if (textOrNull(keysOf(links).next) !== null) return true;
	if (typeof total === 'number') return read < total;
	return !isRecord(links) && given >= limit;
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

function notAList(client: ApiClient, body: unknown): Error {
	return client.error({
		message: 'Detrack answered with something that is not a list',
		description: `Detrack says: ${vendorText(body) ?? 'nothing'}`,
	});
}

/** Tells the user that a list is not whole, which would otherwise look like all there is. */
export function hintAtMissing(context: IExecuteFunctions, { incomplete }: List): void {
	if (incomplete === null) return;
	context.addExecutionHints({ message: incomplete, location: 'outputPane', type: 'warning' });
}
