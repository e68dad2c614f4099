import { textOrNull } from './values';

/**
 * Reading times that a vendor sends or a person types, without a guess about their zone: what names
 * none stays without one.
 */

/** A time in its parts. */
export interface ReadTime {
	/** YYYY-MM-DD, a day that exists. */
	day: string;
	/** HH:mm:ss, with a fraction of the second where one is told; `null` for the day alone. */
	clock: string | null;
	/** `Z` or `+HH:mm`; `null` where none is told. */
	zone: string | null;
}

const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?`;
const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<half>[ap])\.?m\.?)?`;
/** Programs print a zone after it in words as well, in brackets. */
const ZONE = String.raw`(?: ?(?<utc>z|utc|gmt))?(?: ?(?<offset>[+-]\d\d(?::?\d\d)?))?(?: ?\([^)]*\)|\[[^\]]*\])?`;
const TIME = `(?:(?:t|,? (?:at )?)${CLOCK}${ZONE})?`;

const FORMS = [
	String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)${TIME}`,
	String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:t(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?${ZONE})?`,
	String.raw`${WEEKDAY}(?<day>\d{1,2})[ -](?<word>[a-z]{3,9})\.?,?[ -](?<year>\d{4})${TIME}`,
	String.raw`${WEEKDAY}(?<word>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})${TIME}`,
].map((form) => new RegExp(`^${form}$`, 'i'));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Longer texts are prose. */
const LONGEST = 80;

/** Years before are what programs write where there is no time, such as 0001-01-01. */
const EARLIEST_YEAR = 1900;

/**
 * Reads ISO 8601, the forms of databases and e-mails, and dates with the month as an English word. A
 * date in numbers alone that does not begin with the year is none: nobody knows which is the month.
 *
 * @returns `null` for everything else, and for days and times of day that do not exist
 */
export function readTime(text: string): ReadTime | null {
	if (text.length > LONGEST) return null;
	const plain = text.trim().replace(/\s+/g, ' ');
	const found = groupsIn(plain, FORMS);
	if (found === undefined) return null;
	const day = dayOf(found);
	if (day === null || found.hour === undefined) {
		return day === null ? null : { day, clock: null, zone: null };
	}
	const seconds = secondsOf(found);
	if (seconds === null) return null;
	const fraction = found.fraction === undefined ? '' : `.${found.fraction}`;
	return {
		day: seconds < 86_400 ? day : dayAfter(day, 1),
		clock: clockOf(seconds) + fraction,
		zone: zoneOf(found),
	};
}

/**
 * The moment of a vendor's time, wherever n8n runs: one without a zone is read as in UTC, as vendors send
 * theirs (docs/vendors.md).
 *
 * @returns milliseconds since 1970; NaN for what is no time
 */
export function instantOf(time: unknown): number {
	const read = readTime(textOrNull(time) ?? '');
	if (read === null) return NaN;
	const { day, clock, zone } = read;
	return Date.parse(clock === null ? day : `${day}T${clock}${zone ?? 'Z'}`);
}

type Groups = Record<string, string | undefined>;

/** The groups of the first form that a text has. */
export function groupsIn(text: string, forms: readonly RegExp[]): Groups | undefined {
	for (const form of forms) {
		const groups = form.exec(text)?.groups;
		if (groups !== undefined) return groups;
	}
	return undefined;
}

function dayOf({ year = '', month, word = '', day = '' }: Groups): string | null {
	const number = month ?? String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1);
	const written = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
	// A day that does not exist, such as 30 February, must not become another one.
	const exists = Number(day) > 0 && Number(day) <= daysIn(Number(year), Number(number));
	return exists && Number(year) >= EARLIEST_YEAR ? written : null;
}

/** @param month from 1; what is none has no days */
function daysIn(year: number, month: number): number {
	return month > 0 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
}

/**
 * The seconds since midnight of a time of day in its parts; 24:00 is the end of the day.
 *
 * @returns `null` for one that does not exist
 */
export function secondsOf({ hour = '0', minute = '0', second = '0', half }: Groups): number | null {
	const hours = half === undefined ? Number(hour) : hourOfHalf(Number(hour), half.toLowerCase());
	const seconds = hours * 3600 + Number(minute) * 60 + Number(second);
	return Number(minute) < 60 && Number(second) < 60 && seconds <= 86_400 ? seconds : null;
}

/** The hour of the day of one before (`a`) or after noon (`p`). */
function hourOfHalf(hour: number, half: string): number {
	if (hour < 1 || hour > 12) return NaN;
	return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** `+08:00` for `+0800` and `+08`. */
function zoneOf({ utc, offset }: Groups): string | null {
	if (offset === undefined) return utc === undefined ? null : 'Z';
	const digits = offset.replace(':', '').padEnd(5, '0');
	return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}

/** HH:mm:ss, from seconds since midnight. */
export function clockOf(seconds: number): string {
	return new Date(seconds * 1000).toISOString().slice(11, 19);
}

/**
 * @param day YYYY-MM-DD; of what is none, an empty text comes back
 * @returns the day that is so many days later
 */
export function dayAfter(day: string, days: number): string {
	const midnight = Date.parse(`${day}T00:00:00Z`);
	if (Number.isNaN(midnight)) return '';
	return new Date(midnight + days * 86_400_000).toISOString().slice(0, 10);
}
