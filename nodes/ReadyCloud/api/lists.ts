import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import { MOST_PAGES } from '../../shared/api/limits';
import {
	ENDED_EARLY,
	type List,
	missingOf,
	notAList,
	type PagesRead,
	type Present,
	readPages,
	REPEATED,
	TOOK_TOO_LONG,
} from '../../shared/api/lists';
import { vendorText } from '../../shared/api/vendorText';
import { idOrNull, recordsIn, textOrNull } from '../../shared/basic/values';
import { readyCloudPageSchema } from '../event/schema';
import { tokenless } from './client';
import { PAGE_SIZE } from './limits';

/** What a link may hold besides the place in the list; it is sent by the credential alone. */
const TOKEN_KEYS = ['bearer_token', 'access_token'];

export interface ListRequest {
	path: string;
	query?: IDataObject;
	/** How many fitting entries are wanted; `Infinity` for all. */
	limit: number;
	fits?(entry: IDataObject): boolean;
	present?: Present;
	wanted?: string;
	/** Where it is enough to look at the beginning. */
	maxPages?: number;
}

/**
 * Reads a list of ReadyCloud, page by page. Of a link to the next page only the place in the list is
 * taken: it may lead to another host and hold a token, so it is neither called nor shown
 * (docs/vendors.md#readycloud-lists).
 *
 * @throws NodeApiError when a page is refused or is no list, or the list does not end
 */
export async function readList(client: ApiClient, request: ListRequest): Promise<List> {
	const { entries, incomplete, isWhole, isLate } = await readBeginning(client, request);
	if (isWhole || incomplete !== null || request.maxPages !== undefined) {
		return { entries, incomplete };
	}
	// To give a part of it as the whole would be worse.
	throw client.error({
		message: isLate
			? `ReadyCloud's list does not end: ${TOOK_TOO_LONG}`
			: `ReadyCloud's list does not end after ${MOST_PAGES} pages`,
		description: 'Set a limit, or use filters, so that less has to be read.',
	});
}

/** The same, with whether the list ended within `maxPages`, and has as many entries as it counts. */
export async function readBeginning(
	client: ApiClient,
	request: ListRequest,
): Promise<List & Pick<PagesRead, 'isWhole' | 'isLate'>> {
	const { limit, fits, present, maxPages } = request;
	const pageSize = fits === undefined ? Math.min(limit, PAGE_SIZE) : PAGE_SIZE;
	let query: IDataObject = { ...request.query, limit: pageSize };
	let count: number | undefined;
	// A server that links in a circle would be asked for ever.
	const places = new Set<string>();
	const { entries, read, isRepeating, ...pages } = await readPages({
		async readPage() {
			places.add(placeIn(query));
			const { path, wanted } = request;
			const { entries: listed, ...page } = await readPage(client, { path, wanted, query });
			// What there was at the beginning: a page beyond the end may count nothing.
			count ??= page.count;
			query = page.next ?? query;
			const hasMore = listed.length > 0 && !places.has(placeIn(query));
			return { entries: listed, hasMore: () => hasMore };
		},
		// Rows of a few attributes may be without it, and alike.
		identityOf: ({ url }) => textOrNull(url),
		fits,
		present,
		limit,
		mostPages: maxPages ?? MOST_PAGES,
	});
	const isShort = pages.isWhole && entries.length < limit && read < (count ?? 0);
	const missing = missingOf('ReadyCloud', count, read);
	const why = isRepeating ? REPEATED : ENDED_EARLY;
	return {
		entries,
		...pages,
		isWhole: pages.isWhole && !isShort,
		incomplete: isShort || isRepeating ? `${missing}: ${why}` : null,
	};
}

/**
 * Reads one page of a list.
 *
 * @returns with the query for the next page, without secrets; `null` at the end
 * @throws NodeApiError when it is refused or is no list
 */
export async function readPage(
	client: ApiClient,
	{ query = {}, ...request }: Pick<ListRequest, 'path' | 'query' | 'wanted'>,
): Promise<{ entries: IDataObject[]; count?: number; next: IDataObject | null }> {
	const page = pageIn(client, await client.request({ ...request, method: 'GET', query }));
	const next = page.next === null ? null : placeAfter(client, query, page.next);
	return { ...page, next };
}

function pageIn(client: ApiClient, body: unknown) {
	const page = readyCloudPageSchema.safeParse(body);
	if (page.success) {
		const entries = recordsIn(page.data.results) as IDataObject[];
		const { count, next } = page.data;
		return {
			entries,
			count: typeof count === 'number' ? count : undefined,
			next: textOrNull(next),
		};
	}
	throw notAList(client, body, {
		hint: 'Check "Use Another Server" in the credential.',
		words: tokenless(vendorText(body)),
	});
}

/** A query in one spelling, as links hold numbers as text. */
function placeIn(query: IDataObject): string {
	const pairs = Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]);
	const place = new URLSearchParams(pairs);
	place.sort();
	return place.toString();
}

function placeAfter(client: ApiClient, query: IDataObject, next: string): IDataObject {
	if (!URL.canParse(next, client.baseUrl)) return query;
	const { searchParams } = new URL(next, client.baseUrl);
	const place = [...searchParams].filter(([key]) => !TOKEN_KEYS.includes(key.toLowerCase()));
	return { ...query, ...Object.fromEntries(place) };
}

/** ReadyCloud may still list deleted organizations (docs/vendors.md#readycloud-organizations). */
export function isDeleted(organization: Record<string, unknown>): boolean {
	return idOrNull(organization.deleted_at) !== null;
}
