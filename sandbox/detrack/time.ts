import { offsetAt } from '../core/zones';

const DATE = /^\d{4}-\d\d-\d\d$/;
const CLOCK = /^(\d{1,2}):(\d\d)(?::\d\d)?\s*(am|pm)?$/i;
const DAY = 86_400_000;

/** A date that the calendar has. */
export function isDate(text: unknown): text is string {
	if (typeof text !== 'string' || !DATE.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The date some days later. */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Detrack's age of a job: 1 on its first day. */
export function jobAge(date: string, startDate: string): number {
	const days = (Date.parse(date) - Date.parse(startDate)) / DAY;
	return Number.isNaN(days) || days < 0 ? 0 : days + 1;
}

/** `13:30`, or `01:30 PM` as a client of Detrack's sends it, as `13:30`; null if it is no time. */
export function clockTime(text: unknown): string | null {
	const [, hours = '', minutes = '', half] = (typeof text === 'string' && CLOCK.exec(text)) || [];
	if (hours === '' || Number(minutes) > 59) return null;
	let hour = Number(hours);
	if (half !== undefined) {
		if (hour < 1 || hour > 12) return null;
		hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
	}
	return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** `13:30` as `01:30 PM`. */
export function twelveHours(time: string): string {
	const hour = Number(time.slice(0, 2));
	const shown = String(hour % 12 || 12).padStart(2, '0');
	return `${shown}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** A local day and time as an instant in UTC. */
export function instantOf(date: string, time: string, timeZone: string): string {
	const offset = offsetAt(new Date(`${date}T${time}:00Z`), timeZone);
	return new Date(`${date}T${time}:00${offset}`).toISOString();
}
