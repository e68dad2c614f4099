import { deepCopy, isSafeObjectProperty } from 'n8n-workflow';

import { isRecord } from '../basic/values';

/** Stands for a value that only n8n's expression engine can tell. */
export const LEFT_TO_N8N = Symbol('left to n8n');

/**
 * `={{ $json.a['b c'] }}` and nothing around it; the names are its group. n8n's parser does not know all
 * letters after a dot.
 */
const NAMED =
	/^=\{\{ *\$json((?:\.[A-Za-z_À-ÖØ-öø-ɏ][\wÀ-ÖØ-öø-ɏ]*|\[(['"])[^'"\\{}\r\n\u2028\u2029]*\2\])*) *\}\}$/;
const NAME = /\.([^.[]+)|\[['"]([^'"]*)['"]\]/g;
/** What n8n refuses anywhere in an expression, also within a name. */
const REFUSED = /\.\s*constructor/;

/**
 * The names by which an expression does nothing but name a value of the item, from the outermost on: none
 * for the whole item, and `undefined` for every other expression. What objects inherit is never named.
 *
 * @param expression as n8n stores it, with `=` in front
 */
export function namesIn(expression: string): string[] | undefined {
	const named = NAMED.exec(expression)?.[1];
	if (named === undefined || REFUSED.test(expression)) return undefined;
	const names = [...named.matchAll(NAME)].map(([, plain, quoted]) => plain ?? quoted ?? '');
	return names.every(isOrdinary) ? names : undefined;
}

/**
 * A value of an item by its names, as n8n's engine gives it: a copy, so that the item stays as it is.
 * `LEFT_TO_N8N` where it is not what JSON can hold, such as a date, or is not in plain objects.
 */
export function valueIn(json: unknown, names: readonly string[]): unknown {
	let value = json;
	for (const name of names) {
		if (value === undefined || value === null) return undefined;
		if (!isPlain(value)) return LEFT_TO_N8N;
		value = value[name];
	}
	if (value === undefined) return undefined;
	return isJson(value) ? deepCopy(value) : LEFT_TO_N8N;
}

/** n8n refuses some names, and its engine marks what it hands over by some with two underscores in front. */
function isOrdinary(name: string): boolean {
	return isSafeObjectProperty(name) && !(name in Object.prototype) && !name.startsWith('__');
}

function isJson(value: unknown): boolean {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
	if (typeof value === 'number') return Number.isFinite(value);
	if (Array.isArray(value)) return !value.includes(undefined) && value.every(isJson);
	if (!isPlain(value)) return false;
	return Object.entries(value).every(([name, held]) => isOrdinary(name) && isJson(held));
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;
}
