import { offsetAt, zoned } from '../core/zones';

const UTC_INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.(\d{1,6})\d*)?)?(?:Z|\+00:00)$/;

/** Radaro takes ISO-8601 in UTC; a date that no calendar has is refused as well. */
export function isUtcInstant(text: string): boolean {
	const match = UTC_INSTANT.exec(text);
	if (!match) return false;
	const date = new Date(text);
	// JavaScript turns 30 February into 2 March.
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(match[1] ?? '');
}

/** As Radaro's events write times: the merchant's offset, and microseconds. */
export function toLocal(utc: string, timeZone: string): string {
	const date = new Date(utc);
	const fraction = (UTC_INSTANT.exec(utc)?.[2] ?? '').padEnd(6, '0');
	const [time, offset] = [zoned(date, timeZone).slice(0, 19), offsetAt(date, timeZone)];
	return `${time}.${fraction}${offset}`;
}

/** Without offset and fraction, as `new_values.deliver_before` comes. */
export function withoutOffset(local: string | null): string | null {
	return local && local.slice(0, 19);
}
