import { hash, timingSafeEqual } from 'node:crypto';

/** Splits a credential field that may hold several secrets, by commas or new lines. */
export function splitSecrets(field: unknown): string[] {
	if (typeof field !== 'string') return [];
	return field
		.split(/[,\r\n]/)
		.map((secret) => secret.trim())
		.filter((secret) => secret !== '');
}

/**
 * A test for whether something is one of `secrets`. It compares digests of equal length and reads
 * every candidate, so that the time taken tells neither how much fits nor which one matched.
 */
export function matcherOf(secrets: readonly string[]): (given: unknown) => boolean {
	const candidates = secrets.map(digestOf);
	return (given) => {
		if (typeof given !== 'string') return false;
		const digest = digestOf(given);
		let found = false;
		for (const candidate of candidates) {
			if (timingSafeEqual(digest, candidate)) found = true;
		}
		return found;
	};
}

/** Whether `given` is one of `secrets`, for a single comparison. */
export function isOneOf(given: unknown, secrets: readonly string[]): boolean {
	return matcherOf(secrets)(given);
}

function digestOf(text: string): Buffer {
	return hash('sha256', text, 'buffer');
}

/** A short secret may be part of any word, which must not be blotted out. */
function isTelling(secret: string): boolean {
	return secret.length >= 8;
}

/** Replaces every secret in a text, also where it stands encoded in an address. */
export function redact(text: string, secrets: readonly string[]): string {
	let result = text;
	// The longest first: a shorter one may be its beginning.
	for (const secret of secrets.filter(isTelling).sort((a, b) => b.length - a.length)) {
		for (const form of new Set([
			secret,
			encodeURIComponent(secret),
			JSON.stringify(secret).slice(1, -1),
		])) {
			result = result.split(form).join('***');
		}
	}
	return result;
}

/** Deeper than any answer of a vendor; what lies below is left out. */
const DEEPEST = 100;

/** Replaces every secret in all texts of a JSON value. The value itself is not changed. */
export function redactAll(value: unknown, secrets: readonly string[], depth = 0): unknown {
	if (typeof value === 'string') return redact(value, secrets);
	if (typeof value !== 'object' || value === null) return value;
	if (depth === DEEPEST) return null;
	if (Array.isArray(value)) return value.map((entry) => redactAll(entry, secrets, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			redact(key, secrets),
			redactAll(entry, secrets, depth + 1),
		]),
	);
}
