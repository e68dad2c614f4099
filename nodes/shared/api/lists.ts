import type { IDataObject, IExecuteFunctions, NodeApiError } from 'n8n-workflow';

import type { ApiClient } from './apiClient';
import { Deadline } from './deadline';
import { LONGEST_LIST_SECONDS } from './limits';
import { vendorText } from './vendorText';

/** One page of a vendor's list. */
export interface Page {
	entries: IDataObject[];
	/**
	 * Whether there may be another page.
	 *
	 * @param read how many different entries were read up to the end of this one
	 */
	hasMore(read: number): boolean;
}

/**
 * What is kept of an entry. Each is turned into it as soon as its page is there, because what vendors give
 * of a job takes several times the memory of its row.
 */
export type Present = (entry: IDataObject) => IDataObject;

export interface PageReader {
	/**
	 * Asks for the next page.
	 *
	 * @param page its number, from 1
	 * @returns `null` where the vendor has no such page, although it did not say that the list ended
	 */
	readPage(page: number): Promise<Page | null>;
	/**
	 * What tells an entry from others, where it may come again; `null` for one that counts whatever there
	 * is of its like. Without it, all count.
	 */
	identityOf?(entry: IDataObject): string | null;
	fits?(entry: IDataObject): boolean;
	present?: Present;
	/** How many fitting entries are wanted; `Infinity` for all. */
	limit: number;
	mostPages: number;
}

/** Why a list is not whole, at the end of a sentence. */
export const TOOK_TOO_LONG = 'reading took longer than an hour.';
export const REPEATED = 'its pages began to repeat.';
export const ENDED_EARLY = 'its list ended before they came.';

export interface PagesRead {
	/** As they are presented. */
	entries: IDataObject[];
	/** Whether these are all that are wanted, or all that there are. */
	isWhole: boolean;
	/** Whether it is not whole because it took too long. */
	isLate?: true;
	/** Whether it is not whole because a page held nothing new. */
	isRepeating?: true;
	/** How many different entries were looked at. */
	read: number;
}

/**
 * Reads a list page by page until enough is found, the vendor has no more, its pages repeat, or it has
 * taken too long.
 *
 * @throws what `readPage` throws
 */
export async function readPages(reader: PageReader): Promise<PagesRead> {
	const { identityOf, fits, present = (entry) => entry, limit, mostPages } = reader;
	const entries: IDataObject[] = [];
	const seen = new Set<string | symbol>();
	const deadline = Deadline.after(LONGEST_LIST_SECONDS);
	for (let number = 1; number <= mostPages && !deadline.isOver; number++) {
		const page = await reader.readPage(number);
		if (page === null) break;
		const before = seen.size;
		for (const entry of page.entries) {
			// What is created while reading moves the others to the next page, where they come again.
			const identity = identityOf?.(entry) ?? Symbol();
			if (seen.has(identity)) continue;
			seen.add(identity);
			if (!(fits?.(entry) ?? true)) continue;
			entries.push(present(entry));
			if (entries.length === limit) return { entries, isWhole: true, read: seen.size };
		}
		if (!page.hasMore(seen.size)) return { entries, isWhole: true, read: seen.size };
		if (seen.size === before) return { entries, isWhole: false, isRepeating: true, read: before };
	}
	return { entries, isWhole: false, ...(deadline.isOver && { isLate: true }), read: seen.size };
}

/** A list as operations get it. */
export interface List {
	entries: IDataObject[];
	/** A sentence where the vendor has, or may have, more than it gave. */
	incomplete: string | null;
}

/**
 * What is missing in a list, at the beginning of a sentence.
 *
 * @param count how many entries the vendor says there are, where it does
 * @param read how many it gave
 */
export function missingOf(vendor: string, count: number | undefined, read: number): string {
	return count === undefined || count <= read
		? `${vendor} may have more than it gave`
		: `${vendor} counts ${count - read} more than it gave`;
}

/** Tells the user that a list is not whole, which would otherwise look like all there is. */
export function hintAtMissing(
	context: IExecuteFunctions,
	{ incomplete }: Pick<List, 'incomplete'>,
): void {
	if (incomplete === null) return;
	context.addExecutionHints({ message: incomplete, location: 'outputPane', type: 'warning' });
}

/**
 * The error for an answer that should have been a list.
 *
 * @param hint a sentence on what to check, if the vendor has one
 * @param words what the answer says, where it must not be shown as it is
 */
export function notAList(
	client: ApiClient,
	body: unknown,
	{ hint = '', words = vendorText(body) }: { hint?: string; words?: string | null } = {},
): NodeApiError {
	const { vendorName } = client;
	const advice = hint === '' ? '' : `${hint} `;
	return client.error({
		message: `${vendorName} answered with something that is not a list`,
		description: `${advice}${vendorName} says: ${words ?? 'nothing'}`,
	});
}
