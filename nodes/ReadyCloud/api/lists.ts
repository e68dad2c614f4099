import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import { vendorText } from '../../shared/api/vendorText';
import { idOrNull, recordsIn, textOrNull } from '../../shared/basic/values';
import { readyCloudPageSchema } from '../event/schema';
import { tokenless } from './client';

/** Moderate, as large pages are known to have run into time-outs (docs/vendors.md#readycloud-lists). */
const PAGE_SIZE = 100;

/** A list that never ends is no list; to give a part of it as the whole would be worse. */
const MOST_PAGES = 1000;

/** What a link may hold besides the place in the list; it is sent by the credential alone. */
const TOKEN_KEYS = ['bearer_token', 'access_token'];

export interface ListRequest {
	path: string;
	query?: IDataObject;
	/** How many fitting entries are wanted; `Infinity` for all. */
	limit: number;
	fits?(entry: IDataObject): boolean;
	wanted?: string;
	/** Where it is enough to look at the beginning. */
	maxPages?: number;
}

/**
 * Reads a list of ReadyCloud, page by page. Of a link to the next page only the place in the list is
 * taken: it may lead to another host and hold a token, so it is neither called nor shown
 * (docs/vendors.md#readycloud-lists).
 *
 * @throws NodeApiError when a page is refused or is no list
 */
export async function readList(client: ApiClient, request: ListRequest): Promise<IDataObject[]> {
	const { limit, fits } = request;
	const entries: IDataObject[] = [];
	const pageSize = fits === undefined ? Math.min(limit, PAGE_SIZE) : PAGE_SIZE;
	let query: IDataObject = { ...request.query, limit: pageSize };
	// A server that links in a circle would be asked for ever.
	const places = new Set<string>();
	for (let pages = 0; pages < (request.maxPages ?? MOST_PAGES); pages++) {
		places.add(placeIn(query));
		const page = pageIn(client, await client.request({ ...request, method: 'GET', query }));
		for (const entry of page.results) {
			if (!(fits?.(entry) ?? true)) continue;
			if (entries.push(entry) === limit) return entries;
		}
		if (page.next === null || page.results.length === 0) return entries;
		query = placeAfter(client, query, page.next);
		if (places.has(placeIn(query))) return entries;
	}
	if (request.maxPages !== undefined) return entries;
	throw client.error({
		message: `ReadyCloud's list does not end after ${MOST_PAGES} pages`,
		description: 'Set a limit, or use filters, so that less has to be read.',
	});
}

function pageIn(client: ApiClient, body: unknown) {
	const page = readyCloudPageSchema.safeParse(body);
	if (page.success) {
		const results = recordsIn(page.data.results) as IDataObject[];
		return { results, next: textOrNull(page.data.next) };
	}
	throw client.error({
		message: 'ReadyCloud answered with something that is not a list',
		description: `Check the base URL in the credential. ReadyCloud says: ${tokenless(vendorText(body)) ?? 'nothing'}`,
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
