import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ApiClient } from '../shared/apiClient';
import { isRefusal } from '../shared/apiClient';
import { isRecord } from '../shared/values';
import { vendorText } from '../shared/vendorText';

const PAGE_SIZE = 100;

export interface ListRequest {
	path: string;
	query?: IDataObject;
	/** How many fitting entries are wanted; `Infinity` for all. */
	limit: number;
	fits?(entry: IDataObject): boolean;
}

export interface List {
	entries: IDataObject[];
	/** Set when Radaro counts more entries than it gives: it does not document how to turn pages. */
	missing: number;
}

/**
 * Reads a list of Radaro: an object with `count` and `results`, or a bare array. Page numbers are
 * not documented, so reading ends at an empty or unknown page and at one that holds nothing new, and
 * no link is followed.
 *
 * @throws NodeApiError when a page is refused or is no list
 */
export async function readList(client: ApiClient, request: ListRequest): Promise<List> {
	const entries: IDataObject[] = [];
	const seen = new Set<string>();
	for (let page = 1; ; page++) {
		const query = { ...request.query, page_size: PAGE_SIZE, ...(page > 1 ? { page } : {}) };
		const answer = await client.send({ method: 'GET', path: request.path, query });
		if (answer instanceof NodeApiError) throw answer;
		const refused = isRefusal(answer);
		const { results, count } = refused ? NOT_A_LIST : listIn(answer.body);
		if (results === undefined && (page === 1 || answer.status !== 404)) {
			throw refused ? client.refusal(answer) : notAList(client, answer.body);
		}
		// A job that is created while reading moves the others to the next page, where they come again.
		const fresh = (results ?? []).filter((entry) => !seen.has(identityOf(entry)));
		for (const entry of fresh) {
			seen.add(identityOf(entry));
			if (!(request.fits?.(entry) ?? true)) continue;
			if (entries.push(entry) === request.limit) return { entries, missing: 0 };
		}
		const missing = Math.max(0, (count ?? seen.size) - seen.size);
		if (fresh.length === 0 || missing === 0) return { entries, missing };
	}
}

function identityOf(entry: IDataObject): string {
	return String(entry.order_id ?? entry.id ?? JSON.stringify(entry));
}

interface Listed {
	results?: IDataObject[];
	count?: number;
}

const NOT_A_LIST: Listed = {};

function listIn(body: unknown): Listed {
	if (body === undefined) return { results: [] };
	if (Array.isArray(body)) return { results: body.filter(isRecord) as IDataObject[] };
	if (!isRecord(body) || !Array.isArray(body.results)) return NOT_A_LIST;
	return {
		results: body.results.filter(isRecord) as IDataObject[],
		count: typeof body.count === 'number' ? body.count : undefined,
	};
}

function notAList(client: ApiClient, body: unknown): Error {
	return client.error({
		message: 'Radaro answered with something that is not a list',
		description: `Radaro says: ${vendorText(body) ?? 'nothing'}`,
	});
}

/** Tells the user that a list is not whole, which would otherwise look like all there is. */
export function hintAtMissing(context: IExecuteFunctions, { missing }: List): void {
	if (missing === 0) return;
	context.addExecutionHints({
		message: `Radaro counts ${missing} more than it gave. It does not document how to read further pages.`,
		location: 'outputPane',
		type: 'warning',
	});
}
