import { onDay, secondsOfDay } from '../basic/clockTimes';
import { dayAfter, readTime } from '../basic/times';
import type { DeliveryEvent } from './deliveryEvent';

/**
 * Times as a row holds them: an instant where the zone is known, `YYYY-MM-DDTHH:mm:ss` where it is
 * not, the day where only that is told. A vendor's own words stay in the original.
 */

/** An instant that is written this way stays as it came, so that nothing is lost of it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Seconds or milliseconds since 1970, from 1973 on: a smaller number may be anything. */
const EPOCH = /^\d{9,13}(?:\.\d+)?$/;

/**
 * A vendor's time in ISO 8601, from texts of every usual form and from numbers of seconds or
 * milliseconds since 1970.
 *
 * @returns `null` for what cannot be read so, such as a time of day
 */
export function isoTime(value: unknown): string | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	if (EPOCH.test(text)) return ofEpoch(Number(text));
	const read = readTime(text);
	if (read === null) return null;
	if (INSTANT.test(text)) return text;
	const { day, clock, zone } = read;
	if (clock === null) return day;
	return `${day}T${zone === null ? clock.slice(0, 8) : clock + zone}`;
}

function ofEpoch(epoch: number): string {
	return new Date(epoch < 1e11 ? epoch * 1000 : epoch).toISOString();
}

/**
 * The same, and a time of day as one of a day that is told elsewhere.
 *
 * @param day as the vendor sends it; of a time it is the day
 */
export function timeOnDay(day: unknown, value: unknown): string | null {
	const seconds = secondsOfDay(value);
	if (seconds === null) return isoTime(value);
	const date = isoTime(day)?.slice(0, 10);
	return date === undefined ? null : onDay(date, seconds);
}

export type TimeWindow = Pick<DeliveryEvent, 'windowFrom' | 'windowTo'>;

/**
 * A time window of a day from its two ends. One that ends before it begins ends on the next day. What
 * cannot be read is the day alone.
 */
export function windowBetween(day: unknown, from: unknown, to: unknown): TimeWindow {
	const date = isoTime(day)?.slice(0, 10) ?? null;
	const begin = timeOnDay(day, from);
	const end = timeOnDay(day, to);
	if (begin === null || end === null) return { windowFrom: begin ?? date, windowTo: end ?? date };
	const areClocks = secondsOfDay(from) !== null && secondsOfDay(to) !== null;
	const isOvernight = areClocks && end < begin;
	return {
		windowFrom: begin,
		windowTo: isOvernight ? dayAfter(end.slice(0, 10), 1) + end.slice(10) : end,
	};
}
