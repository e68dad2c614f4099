import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../shared/values';
import { isJob } from './jobAnswer';

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
	const aligned = entries.length === jobs.length;
	const named = entries.filter(isJob).filter(({ external_id: id }) => id !== undefined);
	const byId = new Map(named.map((entry) => [String(entry.external_id), entry]));
	return jobs.map((job, index) => {
		const entry = byId.get(String(job.external_id));
		if (entry !== undefined) return mentionBy(entry);
		return aligned ? mentionAt(entries[index]) : undefined;
	});
}

/** The reason for each job of a refused batch, where the answer has one entry per job. */
export function reasonsIn(body: unknown, count: number): unknown[] {
	const entries = entriesIn(body, count);
	return entries.length === count && count > 1
		? entries.map((entry) => (isEmpty(entry) ? undefined : entry))
		: [];
}

/** An entry with a job's number. Lists of texts in it may be messages, or belong to the job. */
function mentionBy(entry: IDataObject): Mention {
	if (isSet(entry.order_id)) return { created: entry };
	if (hasWordOfComplaint(entry)) return { complaint: entry };
	return Object.values(entry).some(isMessages) ? undefined : { created: entry };
}

/** An entry that stands in a job's place without its number: created, complained of, or unclear. */
function mentionAt(entry: unknown): Mention {
	if (!isRecord(entry)) return undefined;
	if (hasComplaint(entry)) return { complaint: entry };
	const belongs = entry.order_id !== undefined && entry.external_id === undefined;
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
	return hasWordOfComplaint(entry) || Object.values(entry).some(isMessages);
}

function hasWordOfComplaint(entry: Record<string, unknown>): boolean {
	return ['error', 'errors', 'detail', 'non_field_errors'].some((key) => !isEmpty(entry[key]));
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
