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
 * Whether `given` is one of `secrets`. Compares digests of equal length and reads every
 * candidate, so that the time taken tells neither how much fits nor which one matched.
 */
export function isOneOf(given: unknown, secrets: readonly string[]): boolean {
	if (typeof given !== 'string') return false;
	const digest = digestOf(given);
	let found = false;
	for (const secret of secrets) {
		if (timingSafeEqual(digest, digestOf(secret))) found = true;
	}
	return found;
}

function digestOf(text: string): Buffer {
	return hash('sha256', text, 'buffer');
}

/** Replaces every secret in a text, also where it stands encoded in an address. */
export function redact(text: string, secrets: readonly string[]): string {
	let result = text;
	for (const secret of secrets.filter((candidate) => candidate.length > 0)) {
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
