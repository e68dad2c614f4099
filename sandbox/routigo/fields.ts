import { isRecord } from '../core/json';

/** The names that are known at each level; true where anything may lie below. */
export interface Known {
	[name: string]: true | Known;
}

/** The names of an object's schema, whatever lies below them. */
export function keysOf(shape: Readonly<Record<string, unknown>>): Record<string, true> {
	return Object.fromEntries(Object.keys(shape).map((key) => [key, true]));
}

/** A body without the fields that nobody knows; what isn't an object stays as it is. */
export function onlyKnown(body: unknown, known: Known): unknown {
	if (!isRecord(body)) return body;
	const entries = Object.entries(body).flatMap(([name, value]): Array<[string, unknown]> => {
		const inner = Object.hasOwn(known, name) ? known[name] : undefined;
		if (inner === undefined) return [];
		return [[name, inner === true ? value : onlyKnown(value, inner)]];
	});
	return Object.fromEntries(entries);
}

/** A body in which null is as good as nothing, down to this depth. */
export function withoutNulls(body: unknown, depth: number): unknown {
	if (!isRecord(body) || depth === 0) return body;
	const entries = Object.entries(body).filter(([, value]) => value !== null);
	return Object.fromEntries(entries.map(([name, value]) => [name, withoutNulls(value, depth - 1)]));
}
