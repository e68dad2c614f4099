/**
 * Reading single values out of what vendors send: tolerant, and never inventing.
 * What does not fit becomes `null`.
 */

/** Text that says something: trimmed, and `null` for empty strings and other types. */
export function textOrNull(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const trimmed = value.trim();
	return trimmed === '' ? null : trimmed;
}

/**
 * An identifier as text, whether the vendor sends a number or a string. A whole number beyond 2^53 may
 * have lost digits, and would then be the identifier of something else: it gives `null`.
 */
export function idOrNull(value: unknown): string | null {
	if (typeof value !== 'number') return textOrNull(value);
	return Number.isFinite(value) && hasAllDigits(value) ? String(value) : null;
}

/** Whether a number is the one that was written, not only one near it. */
export function hasAllDigits(value: number): boolean {
	return Number.isSafeInteger(value) || !Number.isInteger(value);
}

/**
 * A link that works wherever it is put: a whole web address. A path alone, such as `/media/1.png`, leads
 * nowhere outside of the vendor's own pages.
 */
export function webUrlOrNull(value: unknown): string | null {
	const text = textOrNull(value);
	return text !== null && /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? text : null;
}

/** A finite number, also where the vendor writes it as text. */
export function numberOrNull(value: unknown): number | null {
	const text = typeof value === 'number' ? value : textOrNull(value);
	if (text === null) return null;
	const number = Number(text);
	return Number.isFinite(number) ? number : null;
}

/** A whole number, also where the vendor writes it as text. */
export function integerOrNull(value: unknown): number | null {
	const number = numberOrNull(value);
	return number !== null && Number.isInteger(number) ? number : null;
}

/** The distinct texts of a list joined to one, or `null` when there is none. */
export function joinTexts(parts: readonly unknown[], separator: string): string | null {
	const texts = new Set<string>();
	for (const part of parts) {
		const text = textOrNull(part);
		if (text !== null) texts.add(text);
	}
	return texts.size === 0 ? null : [...texts].join(separator);
}

export interface Coordinates {
	latitude: number | null;
	longitude: number | null;
}

/**
 * Reads `"latitude,longitude"` in decimal degrees; both are `null` when it is anything else. So is 0,0,
 * which is what programs write where there is no place: it lies in the sea.
 */
export function coordinatesOf(value: unknown): Coordinates {
	const [latitude, longitude, ...rest] = (textOrNull(value) ?? '').split(',').map(numberOrNull);
	const plausible =
		typeof latitude === 'number' &&
		typeof longitude === 'number' &&
		rest.length === 0 &&
		(latitude !== 0 || longitude !== 0) &&
		Math.abs(latitude) <= 90 &&
		Math.abs(longitude) <= 180;
	return plausible ? { latitude, longitude } : { latitude: null, longitude: null };
}

/** The same from two values, which are numbers or texts. */
export function coordinatesFrom(latitude: unknown, longitude: unknown): Coordinates {
	return coordinatesOf(`${idOrNull(latitude) ?? ''},${idOrNull(longitude) ?? ''}`);
}

/** Whether a value is an object with keys, so neither `null` nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of an object, and none where a value is no object. */
export function keysOf(value: unknown): Record<string, unknown> {
	return isRecord(value) ? value : {};
}

/** Keys from which on V8 keeps an object as a table: then `Object.values` takes five times as long as this. */
const MANY_KEYS = 128;

/** The values of an object, or the members of a list. */
export function valuesWithin(container: object): unknown[] {
	if (Array.isArray(container)) return container;
	const keys = Object.keys(container);
	if (keys.length <= MANY_KEYS) return Object.values(container);
	return keys.map((key) => (container as Record<string, unknown>)[key]);
}

/** The objects in a list; whatever else stands in it is left out. */
export function recordsIn(list: unknown): Array<Record<string, unknown>> {
	return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** The objects that a value is or holds in a list; none of a text or a number. */
export function objectsIn(value: unknown): Array<Record<string, unknown>> {
	return isRecord(value) ? [value] : recordsIn(value);
}

/** Puts values at the end of a list, however many: a spread into a call fails beyond some 100,000. */
export function append<Value>(list: Value[], values: Iterable<Value>): void {
	for (const value of values) list.push(value);
}

/** Parses JSON, with or without a byte order mark; `undefined` when the text is none. */
export function parseJson(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
	} catch {
		return undefined;
	}
}
