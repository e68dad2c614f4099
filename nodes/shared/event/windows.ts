import { secondsOfDay } from '../basic/clockTimes';
import { isoTime, type TimeWindow, windowBetween } from './isoTimes';

/** What stands between the two ends of a window: a dash, a stroke or a word. */
const BETWEEN = / ?(?:[-–—~〜/]|\b(?:to|till?|until|and|bis|tot|t\/m)\b) ?/gi;

/** What may stand before the first of them. */
const BEFORE = /^(?:between|from|tussen|van|von|zwischen) /i;

/** The half of the day, which one end may tell for both, and units, which the second one does. */
const HALF = /\d ?[ap]\.?m\.?$/i;
const UNIT = /\d ?(h|hrs|hours|uur|uhr)$/i;

/** Longer texts are prose, not a time window. */
const LONGEST = 60;

type Ends = [from: string, to: string];

/**
 * A time window that somebody wrote, such as "0900 - 1100 hrs", "9am to 12pm" or "22:00~02:00", on its
 * day: its two ends, or the begin where it is one time. What is not plainly so is the day alone, twice.
 *
 * @param day as the vendor sends it
 */
export function windowOn(day: unknown, text: unknown): TimeWindow {
	const plain = typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : '';
	if (plain === '' || isTime(plain)) return windowBetween(day, plain, null);
	const cuts = plain.length > LONGEST ? [] : splits(plain.replace(BEFORE, ''));
	const [from, to] = cuts.map(withShared).find(areTimes) ?? [];
	return windowBetween(day, from ?? null, to ?? null);
}

/** The text cut at each place that may be the one between two ends. */
function splits(text: string): Ends[] {
	return [...text.matchAll(BETWEEN)].map(({ 0: separator, index }) => [
		text.slice(0, index),
		text.slice(index + separator.length),
	]);
}

/** Both ends with what only one of them tells: "9-12pm" begins before noon, "1-3pm" after it. */
function withShared([from, to]: Ends): Ends {
	const unit = UNIT.exec(to)?.[1];
	if (unit !== undefined && /^\d{1,2}$/.test(from)) return [from + unit, to];
	if (HALF.test(from) === HALF.test(to)) return [from, to];
	const pairs = ['am', 'pm'].map((half): Ends =>
		HALF.test(to) ? [from + half, to] : [from, to + half],
	);
	const [nearest] = pairs.filter(areTimes).sort(byLength);
	return nearest ?? [from, to];
}

function byLength(one: Ends, other: Ends): number {
	return lengthOf(one) - lengthOf(other);
}

/** In seconds; a window is longer than nothing. */
function lengthOf([from, to]: Ends): number {
	const seconds = (secondsOfDay(to) ?? 0) - (secondsOfDay(from) ?? 0);
	return seconds > 0 ? seconds : seconds + 86_400;
}

function areTimes([from, to]: Ends): boolean {
	return isTime(from) && isTime(to);
}

function isTime(text: string): boolean {
	return secondsOfDay(text) !== null || isoTime(text) !== null;
}
