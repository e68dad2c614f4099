import { hash, timingSafeEqual } from 'node:crypto';

import { pastedOrNull } from './pasted';
import { formsOfSecret } from './secretForms';

/**
 * Splits a credential field that may hold several secrets, by commas or new lines; each without what
 * came along unseen around it.
 */
export function splitSecrets(field: unknown): string[] {
	if (typeof field !== 'string') return [];
	return field
		.split(/[,\r\n\u0085\u2028\u2029]/)
		.map(pastedOrNull)
		.filter((secret) => secret !== null);
}

/**
 * A test for which of `secrets` something is, by their places; several places may hold the same one. It
 * compares digests of equal length and reads every candidate, so that the time taken tells neither how
 * much fits nor which one matched.
 */
export function placesOf(secrets: readonly string[]): (given: unknown) => number[] {
	const candidates = secrets.map(digestOf);
	return (given) => {
		if (typeof given !== 'string') return [];
		const digest = digestOf(given);
		const fits = candidates.map((candidate) => timingSafeEqual(digest, candidate));
		return fits.flatMap((isFit, place) => (isFit ? [place] : []));
	};
}

/** A test for whether something is one of `secrets`, as `placesOf` makes it. */
export function matcherOf(secrets: readonly string[]): (given: unknown) => boolean {
	const placesIn = placesOf(secrets);
	return (given) => placesIn(given).length > 0;
}

function digestOf(text: string): Buffer {
	return hash('sha256', text, 'buffer');
}

/** A short secret may be part of any word, which must not be masked. */
function isLongEnough(secret: string): boolean {
	return secret.length >= 8;
}

/**
 * Every form of the secrets that a text may hold, see `formsOfSecret`. The longest first: a shorter one
 * may be its beginning.
 */
function formsOf(secrets: readonly string[]): readonly string[] {
	const known = FORMS.get(secrets);
	if (known !== undefined) return known;
	const unique = new Set(secrets.filter(isLongEnough).flatMap(formsOfSecret));
	const forms = [...unique].sort((a, b) => b.length - a.length);
	FORMS.set(secrets, forms);
	return forms;
}

/** Making them takes as long as masking an answer, and each answer to a client is masked by the same list. */
const FORMS = new WeakMap<readonly string[], readonly string[]>();

function maskForms(text: string, forms: readonly string[]): string {
	let result = text;
	for (const form of forms) {
		if (result.includes(form)) result = result.split(form).join('***');
	}
	return result;
}

/** Replaces every secret in a text, also where it stands encoded, such as in a URL. */
export function mask(text: string, secrets: readonly string[]): string {
	return maskForms(text, formsOf(secrets));
}

/** Deeper than any answer of a vendor; what lies below is left out. */
const DEEPEST = 100;

/** Replaces every secret in all texts of a JSON value. The value itself is not changed. */
export function maskAll(value: unknown, secrets: readonly string[]): unknown {
	const forms = formsOf(secrets);
	const copy = maskAllForms(value, [], 0);
	// Hardly any value holds one, and one look at all of its texts is much less than one at each.
	const json = JSON.stringify(copy) ?? '';
	const isHeld = forms.some((form) => json.includes(JSON.stringify(form).slice(1, -1)));
	return isHeld ? maskAllForms(copy, forms, 0) : copy;
}

function maskAllForms(value: unknown, forms: readonly string[], depth: number): unknown {
	if (typeof value === 'string') return maskForms(value, forms);
	if (typeof value !== 'object' || value === null) return value;
	if (depth === DEEPEST) return null;
	if (Array.isArray(value)) return value.map((entry) => maskAllForms(entry, forms, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			maskForms(key, forms),
			maskAllForms(entry, forms, depth + 1),
		]),
	);
}
