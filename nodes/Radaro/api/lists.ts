import { type IDataObject, type IExecuteFunctions, NodeApiError } from 'n8n-workflow';

import { type ApiClient, isRefusal } from '../../shared/api/apiClient';
import { vendorText } from '../../shared/api/vendorText';
import { isRecord, keysOf, recordsIn, textOrNull } from '../../shared/basic/values';

const PAGE_SIZE = 100;

/** A list that never ends is no list. */
const MOST_PAGES = 1000;

/** How a server may answer a page that it does not have, or the question for one. */
const NO_SUCH_PAGE = [400, 404, 422];

export interface ListRequest {
	path: string;
	query?: IDataObject;
	/** How many fitting entries are wanted; `Infinity` for all. */
	limit: number;
	fits?(entry: IDataObject): boolean;
	/** Where it is enough to look at the beginning. */
	maxPages?: number;
}

export interface List {
	entries: IDataObject[];
	/** A sentence where Radaro has, or may have, more than it gave. */
	incomplete: string | null;
}

/**
 * Reads a list of Radaro: an object with `count` and `results`, or a bare array. Page numbers are
 * not documented, so reading ends at an empty or refused page and at one that holds nothing new, and
 * no link is followed.
 *
 * @throws NodeApiError when the first page is refused or is no list
 */
export async function readList(client: ApiClient, request: ListRequest): Promise<List> {
	const entries: IDataObject[] = [];
	const seen = new Set<string>();
	let count: number | undefined;
	for (let page = 1; page <= (request.maxPages ?? MOST_PAGES); page++) {
		const query = { ...request.query, page_size: PAGE_SIZE, ...(page > 1 ? { page } : {}) };
		const answer = await client.send({ method: 'GET', path: request.path, query });
		if (answer instanceof NodeApiError) throw answer;
		const listed = isRefusal(answer) ? undefined : listIn(answer.body);
		if (listed === undefined) {
			if (page > 1 && NO_SUCH_PAGE.includes(answer.status)) break;
			throw isRefusal(answer) ? client.refusal(answer) : notAList(client, answer.body);
		}
		// A job that is created while reading moves the others to the next page, where they come again.
		const fresh = listed.results.filter((entry) => !seen.has(identityOf(entry)));
		for (const entry of fresh) {
			seen.add(identityOf(entry));
			if (!(request.fits?.(entry) ?? true)) continue;
			if (entries.push(entry) === request.limit) return { entries, incomplete: null };
		}
		// A page beyond the end may count nothing.
		if (listed.count !== undefined) count = Math.max(count ?? 0, listed.count);
		const isWhole = count === undefined ? !listed.isFull : seen.size >= count;
		if (isWhole && !listed.hasNext) return { entries, incomplete: null };
		if (fresh.length === 0) {
			// An empty page is the end; one that only repeats says that pages are not turned.
			if (count === undefined && listed.results.length === 0) return { entries, incomplete: null };
			break;
		}
	}
	return { entries, incomplete: incompleteness(count, seen.size) };
}

function incompleteness(count: number | undefined, read: number): string {
	const more =
		count === undefined || count <= read
			? 'Radaro may have more than it gave.'
			: `Radaro counts ${count - read} more than it gave.`;
	return `${more} It does not document how to read further pages.`;
}

function identityOf(entry: IDataObject): string {
	return String(entry.order_id ?? entry.id ?? entry.external_id ?? JSON.stringify(entry));
}

interface Listed {
	results: IDataObject[];
	count?: number;
	/** Where no count tells, a full page may be followed by another. */
	isFull: boolean;
	hasNext: boolean;
}

function listIn(body: unknown): Listed | undefined {
	if (body === undefined) return { results: [], isFull: false, hasNext: false };
	const list: unknown = isRecord(body) ? body.results : body;
	if (!Array.isArray(list)) return undefined;
	const results = recordsIn(list) as IDataObject[];
	if (list.length > 0 && results.length === 0) return undefined;
	const { count, next } = keysOf(body);
	return {
		results,
		count: typeof count === 'number' ? count : undefined,
		isFull: results.length >= PAGE_SIZE,
		hasNext: textOrNull(next) !== null,
	};
}

function notAList(client: ApiClient, body: unknown): Error {
	return client.error({
		message: 'Radaro answered with something that is not a list',
		description: `Radaro says: ${vendorText(body) ?? 'nothing'}`,
	});
}

/** Tells the user that a list is not whole, which would otherwise look like all there is. */
export function hintAtMissing(context: IExecuteFunctions, { incomplete }: List): void {
	if (incomplete === null) return;
	context.addExecutionHints({ message: incomplete, location: 'outputPane', type: 'warning' });
}
