import { isRecord, type Json } from '../core/json';
import { checkItems, type ItemInput } from './checkItems';
import { isReadOnly, WRITABLE } from './fieldNames';
import type { FieldError } from './problem';
import { isStatus } from './status';
import { clockTime, isDate } from './time';

export const BLANK = 'cannot be blank';
// Documented are "cannot be blank", "is already taken" and "not_a_number"; the others are made up in their manner.
const INVALID = 'is invalid';
const NOT_LISTED = 'is not included in the list';

export interface Checked {
	/** What can be written; null clears a field. */
	fields: Record<string, Json>;
	items: ItemInput[] | undefined;
	/** Empty when all of it can be used. */
	errors: FieldError[];
}

/** Checks whatever fields a client sends, for a new job or a change. */
export function checkFields(body: unknown): Checked {
	const checked: Checked = { fields: {}, items: undefined, errors: [] };
	const refuse = (field: string, code: string): void => addCode(checked.errors, field, code);
	if (!isRecord(body)) return checked;
	for (const [name, value] of Object.entries(body)) {
		if (name === 'items') {
			const { items, codes } = checkItems(value);
			checked.items = items;
			for (const code of codes) refuse('items', code);
		} else if (isReadOnly(name) || !WRITABLE.has(name)) {
			continue;
		} else if (value === null || value === '') {
			checked.fields[name] = null;
		} else {
			const result = checkValue(name, value);
			if ('code' in result) refuse(name, result.code);
			else checked.fields[name] = result.value;
		}
	}
	const { primary_job_status, ...fields } = checked.fields;
	checked.fields = fields;
	if (fields.status === undefined && primary_job_status) fields.status = primary_job_status;
	return checked;
}

/** Adds a code to a field's. */
export function addCode(errors: FieldError[], field: string, code: string): void {
	const known = errors.find((error) => error.field === field);
	if (known) known.codes.push(code);
	else errors.push({ field, codes: [code] });
}

function checkValue(name: string, value: unknown): { value: Json } | { code: string } {
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
		return { code: INVALID };
	}
	const kind = WRITABLE.get(name);
	if (kind === 'date') return isDate(value) ? { value } : { code: INVALID };
	if (kind === 'number') {
		const number = typeof value === 'boolean' ? NaN : Number(value);
		return Number.isFinite(number) ? { value: number } : { code: 'not_a_number' };
	}
	switch (name) {
		case 'type':
			return value === 'Delivery' || value === 'Collection' ? { value } : { code: NOT_LISTED };
		case 'status':
		case 'primary_job_status':
			return isStatus(value) ? { value } : { code: NOT_LISTED };
		case 'pod_time': {
			const time = clockTime(value);
			return time === null ? { code: INVALID } : { value: time };
		}
		case 'assign_to':
			return { value: String(value) };
		case 'do_number':
		case 'address':
			return String(value).trim() === '' ? { value: null } : { value: String(value) };
		default:
			return { value };
	}
}
