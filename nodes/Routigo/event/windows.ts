import { onDay } from '../../shared/basic/clockTimes';
import { clockOf } from '../../shared/basic/times';
import { isoTime, timeOnDay, type TimeWindow, windowBetween } from '../../shared/event/isoTimes';
import { windowOn } from '../../shared/event/windows';
import type { FoundValues } from './findValues';
import { NAMES } from './names';

/** The day that times of day belong to, as YYYY-MM-DD. */
export function dayIn(found: FoundValues): string | null {
	return isoTime(found.first(NAMES.day))?.slice(0, 10) ?? null;
}

/**
 * A time in ISO 8601, whichever way it is written: as an instant, in seconds or milliseconds since
 * 1970, as a time of day or a duration since midnight.
 *
 * @param day that of a time of day, from `dayIn`; without it there is none
 */
export function timeOn(day: string | null, value: unknown): string | null {
	return timeOnDay(day, clockIn(day, value));
}

/** The time window, from its two ends or from one text. What is not told is empty. */
export function windowIn(found: FoundValues, day: string | null): TimeWindow {
	const from = clockIn(day, found.first(NAMES.windowFrom));
	const to = clockIn(day, found.first(NAMES.windowTo));
	if (!isTold(from) && !isTold(to)) {
		const text = found.first(NAMES.window);
		return typeof text === 'string' ? windowOn(day, text) : NO_WINDOW;
	}
	const { windowFrom, windowTo } = windowBetween(day, from, to);
	return {
		windowFrom: isTold(from) ? windowFrom : null,
		windowTo: isTold(to) ? windowTo : null,
	};
}

const NO_WINDOW: TimeWindow = { windowFrom: null, windowTo: null };

function isTold(value: unknown): boolean {
	return value !== undefined && value !== null;
}

/** RoutiGo's plugin writes times of day as durations, midnight as a bare `P`. */
const DURATION =
	/^P(?:(?<days>\d{1,2})D)?(?:T(?:(?<hours>\d{1,4})H)?(?:(?<minutes>\d{1,5})M)?(?:(?<seconds>\d{1,6})(?:[.,]\d+)?S)?)?$/i;

const DAY = 86_400;

/** A duration since midnight as a time of day, or as one of a later day; all else as it is. */
function clockIn(day: string | null, value: unknown): unknown {
	const found = typeof value === 'string' ? DURATION.exec(value.trim())?.groups : undefined;
	if (found === undefined) return value;
	const { days, hours, minutes, seconds } = found;
	const [d, h, m, s] = [days, hours, minutes, seconds].map((part) => Number(part ?? 0)) as [
		...[number, number, number, number],
	];
	const passed = d * DAY + h * 3600 + m * 60 + s;
	if (passed < DAY) return clockOf(passed);
	return day === null ? null : onDay(day, passed);
}
