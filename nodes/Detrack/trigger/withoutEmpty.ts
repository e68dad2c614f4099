import { isRecord } from '../../shared/basic/values';

/** Deeper than any payload of Detrack; what lies below is kept as it is. */
const DEEPEST = 50;

/** An object without what says nothing: `null`, empty texts, lists and objects, at any depth. */
export function withoutEmpty(object: Record<string, unknown>, depth = 0): Record<string, unknown> {
	const kept: Array<[string, unknown]> = [];
	for (const [key, value] of Object.entries(object)) {
		const cleaned = clean(value, depth);
		if (!isEmpty(cleaned)) kept.push([key, cleaned]);
	}
	return Object.fromEntries(kept);
}

function clean(value: unknown, depth: number): unknown {
	if (depth > DEEPEST) return value;
	if (Array.isArray(value)) {
		return value
			.map((member: unknown) => clean(member, depth + 1))
			.filter((member) => !isEmpty(member));
	}
	return isRecord(value) ? withoutEmpty(value, depth + 1) : value;
}

function isEmpty(value: unknown): boolean {
	if (value === null || value === undefined || value === '') return true;
	if (Array.isArray(value)) return value.length === 0;
	return isRecord(value) && Object.keys(value).length === 0;
}
