import { hash } from 'node:crypto';

/**
 * A stable identifier for an event of a vendor that gives none: the same parts give the same
 * 32 hexadecimal digits, whatever the order of keys. Never put the time of arrival into `parts`.
 */
export function eventIdOf(...parts: unknown[]): string {
	return hash('sha256', canonicalJson(parts)).slice(0, 32);
}

/** JSON with the keys of every object in alphabetical order: a resent event may order them anew. */
function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) => {
		if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
