import type { IDataObject } from 'n8n-workflow';

import { parseExactJson } from '../basic/exactJson';
import { InvalidInput } from '../basic/invalidInput';
import { isRecord } from '../basic/values';

/**
 * Reads a JSON field that must hold an object.
 *
 * @param field what the user sees above it
 * @param things what the object is one of
 * @throws InvalidInput naming the field and what was found instead
 */
export function objectOf(given: unknown, field: string, things = 'jobs'): IDataObject {
	const value = jsonOf(given, field);
	if (isRecord(value)) return value as IDataObject;
	const found = Array.isArray(value) ? 'a list' : JSON.stringify(value);
	throw new InvalidInput(
		`"${field}" must be one JSON object in braces, but it is ${found}. For a list of ${things}, put a Split Out node before this one.`,
	);
}

/**
 * What a JSON field holds, as text or as the value that an expression gave. A number of the text that
 * JavaScript would round becomes a text, see `parseExactJson`: it may be an identifier.
 *
 * @throws InvalidInput when the text is not JSON
 */
export function jsonOf(given: unknown, field: string): unknown {
	const parsed = typeof given === 'string' ? parseExactJson(given) : { value: given };
	if (parsed !== undefined) return parsed.value;
	throw new InvalidInput(
		`"${field}" is not valid JSON. Check quotes, commas and braces, or use the fields instead.`,
	);
}

/** Whether a field was left empty, or its expression gave nothing. */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/**
 * Insists on a value.
 *
 * @param hint what to do about it
 * @throws InvalidInput when the value is blank
 */
export function required(value: unknown, label: string, hint: string): void {
	if (isBlank(value)) throw new InvalidInput(`"${label}" is missing. ${hint}`);
}
