import { idOrNull } from '../../shared/basic/values';

/**
 * A time of day as the ISO 8601 duration since midnight that RoutiGo wants, such as `PT7H30M` for
 * 07:30 and `PT0S` for midnight (docs/vendors.md#routigo-upload).
 *
 * @param value a clock time with or without seconds, or such a duration
 * @returns `null` when it is neither
 */
export function durationOf(value: unknown): string | null {
	const seconds = secondsIn(value);
	if (seconds === null) return null;
	const parts = [
		[Math.floor(seconds / 3600), 'H'],
		[Math.floor(seconds / 60) % 60, 'M'],
		[seconds % 60, 'S'],
	] as const;
	const told = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
	return `PT${told.length === 0 ? '0S' : told.join('')}`;
}

/** The seconds since midnight. */
export function secondsIn(value: unknown): number | null {
	const text = idOrNull(value) ?? '';
	const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
	const duration = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text);
	const [, ...units] = clock ?? duration ?? [];
	if (units.length === 0) return null;
	const [hours = 0, minutes = 0, seconds = 0] = units.map((unit) => Number(unit ?? 0));
	if (hours > 23 || minutes > 59 || seconds > 59) return null;
	return hours * 3600 + minutes * 60 + seconds;
}
