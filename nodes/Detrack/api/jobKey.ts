import type { IDataObject } from 'n8n-workflow';

import { parseExactJson } from '../../shared/basic/exactJson';
import { idOrNull, isRecord, textOrNull } from '../../shared/basic/values';
import { detrackTypeOf } from '../event/jobType';

/**
 * What names one job: a D.O. number may exist on several dates, and once as a delivery and once as a
 * collection (docs/vendors.md#detrack-uniqueness). Without a date Detrack takes the latest.
 */
export interface JobKey extends IDataObject {
	do_number: string;
	date?: string;
	type?: string;
}

/** A job's key as the value of a list's entry. */
export function keyText(job: Record<string, unknown>): string {
	return JSON.stringify({
		do_number: idOrNull(job.do_number),
		date: textOrNull(job.date) ?? undefined,
		type: textOrNull(job.type) ?? undefined,
	});
}

/** Reads a list's entry; any other text, as an expression gives it, is a D.O. number. */
export function keyFrom(text: string): JobKey {
	const value = text.startsWith('{') ? parseExactJson(text)?.value : undefined;
	const number = isRecord(value) ? idOrNull(value.do_number) : null;
	if (!isRecord(value) || number === null) return { do_number: text };
	return keyOf(number, value.date, value.type);
}

/** @param type Detrack's own, or that of a row */
export function keyOf(number: string, date: unknown, type: unknown): JobKey {
	const key: JobKey = { do_number: number };
	const day = textOrNull(date);
	const kind = detrackTypeOf(type);
	if (day !== null) key.date = day;
	if (kind !== null) key.type = kind;
	return key;
}

/** A key in words, such as `job with the D.O. number "ORD-1" on 2026-03-03`. */
export function inWords({ do_number: number, date, type }: JobKey): string {
	const kind = (type ?? 'job').toLowerCase();
	return `${kind} with the D.O. number "${number}"${date === undefined ? '' : ` on ${date}`}`;
}
