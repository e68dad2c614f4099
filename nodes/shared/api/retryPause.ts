/**
 * Seconds until the next try: what the vendor asks for in `Retry-After`, as seconds or as a date, or
 * 1, 2, 4 and so on.
 *
 * @param left how long may still be waited: where the vendor does not say when, that is tried last
 */
export function pauseAfter(retryAfter: string | null, tries: number, left = Infinity): number {
	const asked = Number(retryAfter ?? NaN);
	const until = (Date.parse(retryAfter ?? '') - Date.now()) / 1000;
	const wanted = [asked, until].find((seconds) => Number.isFinite(seconds));
	return Math.max(1, Math.ceil(wanted ?? Math.min(2 ** tries, left)));
}
