import type { RoutigoSettings } from './settings';

/** A time in the form in which bodies have them; undefined where they have none. */
export function timeIn(form: RoutigoSettings['bodyTimes'], at: string | null | undefined): unknown {
	if (at === null || at === undefined || form === 'none') return undefined;
	const time = new Date(at);
	if (form === 'utc') return at;
	if (form === 'epoch') return time.getTime();
	const local = new Date(time.getTime() + 2 * 3_600_000).toISOString().slice(0, 19);
	return form === 'local' ? local : `${local}+02:00`;
}

/** A day and an ISO 8601 duration since its midnight, as an instant; a bare `P` is midnight. */
export function atTimeOfDay(date: string, duration: string): string {
	const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
	const passed = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
	return new Date(Date.parse(`${date}T00:00:00Z`) + passed * 1000).toISOString();
}
