import { tryToParseDateTime } from 'n8n-workflow';

import { InvalidInput } from '../basic/invalidInput';
import { readTime } from '../basic/times';
import { textOrNull } from '../basic/values';
import { isBlank } from './jsonField';

/**
 * Reads whatever n8n's date field or an expression gives: ISO 8601 with or without a zone, the forms of
 * databases, e-mails and sheets, a date object, or milliseconds since 1970. Never in the server's own
 * time zone.
 *
 * @param zone the workflow's time zone, for a date without one (IANA name, such as Europe/London)
 * @returns UTC ISO 8601 with seconds, such as 2025-06-18T06:30:00Z, or `null` when it is no date
 */
export function utcInstant(value: unknown, zone: string): string | null {
	if (typeof value === 'number') return isInstant(value) ? utc(value) : null;
	const text = textIn(value);
	const read = text === null ? null : readTime(text);
	if (read === null) return null;
	const written = `${read.day}T${read.clock ?? '00:00:00'}${read.zone ?? ''}`;
	return utc(tryToParseDateTime(written, zone).toMillis());
}

/** Smaller numbers are seconds, or no time at all. */
function isInstant(millis: number): boolean {
	return Math.abs(millis) >= 1e11 && Math.abs(millis) <= 8.64e15;
}

function utc(millis: number): string {
	return new Date(millis).toISOString().replace('.000Z', 'Z');
}

/** Date objects of an expression come from another realm, where `instanceof` does not know them. */
function textIn(value: unknown): string | null {
	const json: unknown = typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value;
	return textOrNull(json);
}

/**
 * The calendar day of whatever n8n's date field or an expression gives: a day as it is written, an
 * instant as the day that it falls on in the time zone.
 *
 * @param zone the workflow's time zone (IANA name)
 * @returns YYYY-MM-DD, or `null` when it is no date
 */
export function dayOf(value: unknown, zone: string): string | null {
	const read = typeof value === 'string' ? readTime(value) : null;
	if (read?.clock === null) return read.day;
	const instant = utcInstant(value, zone);
	return instant === null ? null : tryToParseDateTime(instant, zone).setZone(zone).toISODate();
}

/**
 * What a date field holds, in UTC; `null` where it is empty.
 *
 * @param label what the user sees above the field
 * @param zone the workflow's time zone, for a date without one (IANA name)
 * @throws InvalidInput when the date cannot be read
 */
export function instantIn(given: unknown, label: string, zone: string): string | null {
	if (isBlank(given)) return null;
	const instant = utcInstant(given, zone);
	if (instant !== null) return instant;
	throw unreadableDate(given, label, '2025-06-18T16:30 or 2025-06-18T06:30:00Z');
}

/** @param example how a date can be written in the field */
export function unreadableDate(given: unknown, label: string, example: string): InvalidInput {
	return new InvalidInput(
		`The date in "${label}" cannot be read: "${String(given ?? '')}". Write it like ${example}.`,
	);
}
