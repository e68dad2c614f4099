import { idOrNull, keysOf, recordsIn, textOrNull } from '../../../shared/basic/values';
import type { JobKey } from '../../api/jobKey';

type Entry = Record<string, unknown>;

/** What an answer to several jobs says about one of them. */
export interface Mention {
	/** Entries of `data`: a job, or whether it worked. */
	data: Entry[];
	/** Entries of `errors`: a complaint, or the refused job with complaints of its own. */
	errors: Entry[];
}

/**
 * Sorts the entries of an answer by the jobs that they are about. 422 means partly applied: what was
 * done stands in `data`, or one level deeper, beside `errors` (docs/vendors.md#detrack-batches).
 */
export function mentionsIn(body: unknown, keys: readonly JobKey[]): Mention[] {
	const { data, errors } = keysOf(body);
	const done = Array.isArray(data) ? data : keysOf(data).data;
	const byJob = {
		data: sortByJob(recordsIn(done), keys),
		errors: sortByJob(recordsIn(errors), keys),
	};
	return keys.map((_key, index) => ({
		data: byJob.data[index] ?? [],
		errors: byJob.errors[index] ?? [],
	}));
}

/** An entry that could be about several jobs is about none: those are asked for again alone. */
function sortByJob(entries: readonly Entry[], keys: readonly JobKey[]): Entry[][] {
	const byNumber = new Map<string, number[]>();
	for (const [index, { do_number: number }] of keys.entries()) {
		byNumber.set(number, [...(byNumber.get(number) ?? []), index]);
	}
	const result: Entry[][] = keys.map(() => []);
	for (const entry of entries) {
		const number = idOrNull(entry.do_number);
		const named = number === null ? undefined : byNumber.get(number);
		// The only job that was sent, though the answer does not repeat its number.
		const candidates = named ?? (number === null && keys.length === 1 ? [0] : []);
		const fitting = candidates.filter((index) => mayBeAbout(entry, keys[index]));
		const exact = fitting.filter((index) => isExact(entry, keys[index]));
		const [only, ...others] = exact.length === 1 ? exact : fitting;
		if (only !== undefined && others.length === 0) result[only]?.push(entry);
	}
	return result;
}

/** Whether an entry may be about a job: what either leaves out does not count. */
export function mayBeAbout(entry: Entry, key: JobKey | undefined): boolean {
	return agree(dayIn(entry.date), dayIn(key?.date)) && agree(wordIn(entry.type), wordIn(key?.type));
}

function isExact(entry: Entry, key: JobKey | undefined): boolean {
	return dayIn(entry.date) === dayIn(key?.date) && wordIn(entry.type) === wordIn(key?.type);
}

function agree(a: string | null, b: string | null): boolean {
	return a === null || b === null || a === b;
}

function dayIn(date: unknown): string | null {
	return textOrNull(date)?.slice(0, 10) ?? null;
}

function wordIn(type: unknown): string | null {
	return textOrNull(type)?.toLowerCase() ?? null;
}
