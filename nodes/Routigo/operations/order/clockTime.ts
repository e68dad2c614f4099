/**
 * A time of day as the ISO 8601 duration since midnight that RoutiGo wants, such as `PT7H30M` for
 * 07:30 and `PT0S` for midnight (docs/vendors.md#routigo-upload).
 *
 * @param seconds since midnight, of the same day
 */
export function durationOf(seconds: number): string {
	const parts = [
		[Math.floor(seconds / 3600), 'H'],
		[Math.floor(seconds / 60) % 60, 'M'],
		[seconds % 60, 'S'],
	] as const;
	const told = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
	return `PT${told.length === 0 ? '0S' : told.join('')}`;
}
