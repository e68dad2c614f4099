import { hasAllDigits, valuesWithin, parseJson } from './values';

/** A number of JSON, as it is written. */
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/**
 * A number with sixteen digits before its point, or with a power of ten: only such a one may be beyond
 * 2^53. What stands before a number keeps this from matching in most texts.
 */
const LONG = /(?:^|[:,[])\s*-?(?:\d{16}|[\d.]+e)/i;

/** Whether parsed JSON has a number that `parseExactJson` reads as a text. */
export function hasLostDigits(parsed: unknown): boolean {
	const containers: object[] = [[parsed]];
	for (const container of containers) {
		for (const value of valuesWithin(container)) {
			if (typeof value === 'number') {
				if (isLost(value)) return true;
			} else if (typeof value === 'object' && value !== null) {
				containers.push(value);
			}
		}
	}
	return false;
}

/**
 * Parses JSON, with or without a byte order mark; `undefined` when the text is none. A number beyond
 * 2^53 becomes a text with all its digits: as a number it would be the same as its neighbours, and they
 * may be identifiers.
 */
export function parseExactJson(text: string): { value: unknown } | undefined {
	return parseJson(LONG.test(text) ? withLongNumbersAsTexts(text) : text);
}

function withLongNumbersAsTexts(json: string): string {
	const parts: string[] = [];
	for (let at = 0; at < json.length;) {
		const quote = json.indexOf('"', at);
		const begin = quote < 0 ? json.length : quote;
		const end = endOfText(json, begin);
		parts.push(json.slice(at, begin).replace(NUMBER, exactly), json.slice(begin, end));
		at = end;
	}
	return parts.join('');
}

/** Behind the quote that ends a text, where it does not stand behind an odd number of strokes. */
function endOfText(json: string, begin: number): number {
	for (let end = json.indexOf('"', begin + 1); end >= 0; end = json.indexOf('"', end + 1)) {
		let strokes = 0;
		while (json[end - 1 - strokes] === '\\') strokes++;
		if (strokes % 2 === 0) return end + 1;
	}
	return json.length;
}

function exactly(number: string): string {
	return isLost(Number(number)) ? `"${number}"` : number;
}

function isLost(value: number): boolean {
	return !Number.isFinite(value) || !hasAllDigits(value);
}
