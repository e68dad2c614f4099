const LETTERS = 'aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ';
// Base 66, as the vendor's own client calls it.
const DIGITS = `${LETTERS}0123456789-_~.`;
const BASE = DIGITS.length;

/** The first number whose id has three characters. */
export const FIRST_ID = 8 * BASE ** 2;

/** A number as an id; neighbours mostly differ in case alone, which catches whoever ignores it. */
export function toId(number: number): string {
	let id = '';
	for (let rest = number; rest > 0; rest = Math.floor(rest / BASE)) {
		id = (DIGITS[rest % BASE] ?? '') + id;
	}
	return id;
}
