import type { IDataObject } from 'n8n-workflow';

import { hasWordOfComplaint } from '../../../shared/api/signs';
import { isRecord } from '../../../shared/basic/values';
import { isJob } from '../../api/jobAnswer';

/** What an answer to several jobs says about one of them. */
export type Mention = { created: IDataObject | undefined } | { complaint: unknown } | undefined;

/**
 * Reads what an answer with a good status says about each job that was sent. Its form is not
 * documented (docs/vendors.md#radaro-bulk): only an empty answer or a text accepts all of them;
 * a job that anything else does not clearly name is not mentioned.
 */
export function mentionsIn(body: unknown, jobs: readonly IDataObject[]): Mention[] {
	if (body === undefined || typeof body === 'string')
		return jobs.map(() => ({ created: undefined }));
	const entries = entriesIn(body, jobs.length);
	const aligned = entries.length === jobs.length && hasOneList(body);
	const named = entries.filter(isJob).filter(({ external_id: id }) => id !== undefined);
	const byId = new Map(named.map((entry) => [String(entry.external_id), entry]));
	return jobs.map((job, index) => {
		const entry = byId.get(String(job.external_id));
		if (entry !== undefined) return mentionByNumber(entry);
		return aligned ? mentionInPlace(entries[index]) : undefined;
	});
}

/** The reason for each job of a refused batch, where the answer has one entry per job. */
export function reasonsIn(body: unknown, jobs: readonly IDataObject[]): unknown[] {
	const entries = entriesIn(body, jobs.length);
	// A list under a name may hold two errors of one job.
	const ordered = Array.isArray(body) || (entries.length > 1 && isRecord(body) && '0' in body);
	if (jobs.length < 2 || !ordered || entries.length !== jobs.length) return [];
	const named = new Map(entries.filter(isJob).map((entry) => [String(entry.external_id), entry]));
	return jobs.map((job, index) => {
		const entry =
			named.get(String(job.external_id)) ??
			(named.size === 0 || !isJob(entries[index]) ? entries[index] : undefined);
		const complains = isRecord(entry) ? hasComplaint(entry) : !isEmpty(entry);
		return complains ? entry : undefined;
	});
}

/** Whether an answer holds a job with Radaro's own number, so that some were created. */
export function someWereCreated(body: unknown, count: number): boolean {
	return entriesIn(body, count).some((entry) => isRecord(entry) && isSet(entry.order_id));
}

/** An entry with a job's number. Lists of texts in it may be messages, or belong to the job. */
function mentionByNumber(entry: IDataObject): Mention {
	// With both, it may be the older job that stands in the way.
	if (hasWordOfComplaint(entry)) return isSet(entry.order_id) ? undefined : { complaint: entry };
	return isSet(entry.order_id) ? { created: entry } : undefined;
}

/** An entry that stands in a job's place without its number: created, complained of, or unclear. */
function mentionInPlace(entry: unknown): Mention {
	if (!isRecord(entry)) return undefined;
	if (hasComplaint(entry)) return { complaint: entry };
	const belongs = isSet(entry.order_id) && !isSet(entry.external_id);
	return belongs ? { created: entry as IDataObject } : undefined;
}

/** The members of an answer: of its lists, by index, or the one job that it is. */
function entriesIn(body: unknown, count: number): unknown[] {
	if (Array.isArray(body)) return body;
	if (!isRecord(body)) return [];
	const keys = Object.keys(body);
	const byIndex = keys.length > 0 && keys.every((key) => /^\d+$/.test(key) && Number(key) < count);
	if (byIndex) return Array.from({ length: count }, (_value, index) => body[String(index)]);
	if (isJob(body)) return [body];
	const lists: unknown[][] = Object.values(body).filter((value) => Array.isArray(value));
	const members = lists.flat();
	return members.some(isRecord) ? members : [body];
}

/** Whether an entry says what is wrong: by a word for it, or by messages per field. */
export function hasComplaint(entry: unknown): boolean {
	if (!isRecord(entry) || isSet(entry.order_id)) return false;
	return hasWordOfComplaint(entry) || holdsOnlyMessages(entry);
}

/** Messages per field, as `{"customer":{"name":["..."]}}`; warnings beside a job are none. */
function holdsOnlyMessages(entry: Record<string, unknown>): boolean {
	const values = Object.values(entry);
	return (
		values.length > 0 &&
		values.every((value) => isMessages(value) || (isRecord(value) && holdsOnlyMessages(value)))
	);
}

/** Entries of several lists, such as created ones and errors, do not stand in the jobs' order. */
function hasOneList(body: unknown): boolean {
	return !isRecord(body) || Object.values(body).filter(Array.isArray).length <= 1;
}

function isSet(value: unknown): boolean {
	return value !== undefined && value !== null;
}

function isMessages(value: unknown): boolean {
	return (
		Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string')
	);
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
