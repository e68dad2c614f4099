import { clockOf, dayAfter, groupsIn, secondsOf } from './times';

/** Reading times of day, as vendors and sheets have them. */

const FORMS = [
	// 9:30, 09:30:00, 9.30, 9h30, 9:30 PM, 14:00 hrs
	/^(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?::(?<second>\d\d))? ?(?:(?<half>[ap])\.?m\.?|h|hrs?|hours|uur|uhr)?$/i,
	// 9am, 9 p.m.
	/^(?<hour>\d{1,2}) ?(?<half>[ap])\.?m\.?$/i,
	// 9h, 9 uur
	/^(?<hour>\d{1,2}) ?(?:h|hrs|hours|uur|uhr|o'clock)$/i,
	// 0930, 0930 hrs
	/^(?<hour>\d\d)(?<minute>\d\d) ?(?:h|hrs?|hours|uur|uhr)?$/i,
	// ISO 8601 durations since midnight: PT9H30M
	/^PT(?=\d)(?:(?<hour>\d{1,2})H)?(?:(?<minute>\d{1,2})M)?(?:(?<second>\d{1,2})S)?$/i,
];

const NAMED = new Map([
	['noon', 43_200],
	['midday', 43_200],
	['midnight', 0],
]);

/** A sheet's own form of a time is a fraction of the day, as 0.395833 is half past nine. */
const FRACTION = /^0?[.,]\d+$/;

/** Longer texts are prose. */
const LONGEST = 20;

/**
 * The seconds since midnight of a time of day, from 0 to 86,400, which is the end of the day.
 *
 * @returns `null` for everything else, also for an hour alone, which may be one of the afternoon
 */
export function secondsOfDay(value: unknown): number | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim().replace(/\s+/g, ' ');
	if (text.length > LONGEST) return null;
	if (FRACTION.test(text)) return Math.round(Number(text.replace(',', '.')) * 1440) * 60;
	const found = groupsIn(text, FORMS);
	if (found !== undefined) return secondsOf(found);
	return NAMED.get(text.toLowerCase()) ?? null;
}

/** A time of day as HH:mm:ss; see `secondsOfDay` for what is read. */
export function clockTime(value: unknown): string | null {
	const seconds = secondsOfDay(value);
	return seconds === null ? null : clockOf(seconds);
}

/**
 * A local time of that day.
 *
 * @param day YYYY-MM-DD
 * @param seconds since midnight; from 86,400 on it is the next day
 */
export function onDay(day: string, seconds: number): string {
	return `${dayAfter(day, Math.floor(seconds / 86_400))}T${clockOf(seconds)}`;
}
