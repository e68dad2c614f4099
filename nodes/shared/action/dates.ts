import { tryToParseDateTime } from 'n8n-workflow';

import { InvalidInput } from '../basic/invalidInput';
import { isBlank } from './jsonField';

/** What a date may look like. Looser texts would be read in the server's own time zone. */
const READABLE = /^\d{4}-\d{2}-\d{2}|^\d{8}(T|$)|^[A-Z][a-z]{2}, |^\d{1,2} [A-Z][a-z]{2} \d{4}/;

/**
 * Reads whatever n8n's date field or an expression gives: ISO 8601 with or without a zone, SQL and
 * e-mail dates, a date object, or milliseconds since 1970.
 *
 * @param zone the workflow's time zone, for a date without one (IANA name, such as Europe/London)
 * @returns UTC ISO 8601 with seconds, such as 2025-06-18T06:30:00Z, or `null` when it is no date
 */
export function utcInstant(value: unknown, zone: string): string | null {
	// Smaller numbers are seconds, or no time at all.
	if (typeof value === 'number' && Math.abs(value) < 1e11) return null;
	const readable = typeof value === 'number' ? new Date(value) : plain(value);
	const fits = typeof readable === 'string' ? READABLE.test(readable) : readable instanceof Date;
	if (!fits) return null;
	try {
		const read = tryToParseDateTime(readable, zone);
		return isSameDay(readable, read.toISODate()) ? utc(read.toMillis()) : null;
	} catch {
		return null;
	}
}

/** A day that does not exist, such as 30 February, must not become another one. */
function isSameDay(given: unknown, read: string | null): boolean {
	const day = typeof given === 'string' ? /^(\d{4})-?(\d{2})-?(\d{2})/.exec(given) : null;
	return day === null || day.slice(1).join('-') === read;
}

function utc(millis: number): string {
	return new Date(millis).toISOString().replace('.000Z', 'Z');
}

/** Date objects of an expression come from another realm, where `instanceof` does not know them. */
function plain(value: unknown): unknown {
	const json: unknown = typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value;
	return typeof json === 'string' ? json.trim() : value;
}

/**
 * The calendar day of whatever n8n's date field or an expression gives: a day as it is written, an
 * instant as the day that it falls on in the time zone.
 *
 * @param zone the workflow's time zone (IANA name)
 * @returns YYYY-MM-DD, or `null` when it is no date
 */
export function dayOf(value: unknown, zone: string): string | null {
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
