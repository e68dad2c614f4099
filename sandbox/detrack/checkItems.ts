import { isRecord, type Json } from '../core/json';
import { ITEM_NUMBERS, ITEM_TEXT } from './fieldNames';
import type { Item } from './model';

/** An item as it may be written; an id is that of an item which is there. */
export type ItemInput = Record<string, Json>;

/** Checks a job's items; every one needs `sku` or `description`. */
export function checkItems(value: unknown): { items: ItemInput[]; codes: string[] } {
	if (value === null) return { items: [], codes: [] };
	if (!Array.isArray(value)) return { items: [], codes: ['is invalid'] };
	const codes = new Set<string>();
	const items = value.map((each: unknown) => {
		if (!isRecord(each)) codes.add('is invalid');
		const item = isRecord(each) ? checkItem(each, codes) : {};
		if (isRecord(each) && !item.sku && !item.description) codes.add('cannot be blank');
		return item;
	});
	return { items, codes: [...codes] };
}

function checkItem(given: Record<string, unknown>, codes: Set<string>): ItemInput {
	const item: ItemInput = {};
	if (typeof given.id === 'string') item.id = given.id;
	if (typeof given.checked === 'boolean') item.checked = given.checked;
	if (Array.isArray(given.serial_numbers)) item.serial_numbers = given.serial_numbers.map(String);
	for (const name of ITEM_TEXT) {
		const value = given[name];
		if (value === null || value === '') item[name] = null;
		else if (typeof value === 'string' || typeof value === 'number') item[name] = String(value);
		else if (value !== undefined) codes.add('is invalid');
	}
	for (const name of ITEM_NUMBERS) {
		const value = given[name];
		if (value === undefined) continue;
		const number = value === null || value === '' ? null : Number(value);
		if (number !== null && !Number.isFinite(number)) codes.add('not_a_number');
		else item[name] = number;
	}
	return item;
}

/** A stored item. */
export function newItem(input: ItemInput, id: string): Item {
	const { sku, description, quantity, reject_quantity, reject_reason } = input;
	return {
		checked: false,
		serial_numbers: [],
		...input,
		id,
		sku: typeof sku === 'string' ? sku : null,
		description: typeof description === 'string' ? description : null,
		quantity: typeof quantity === 'number' ? quantity : null,
		reject_quantity: typeof reject_quantity === 'number' ? reject_quantity : 0,
		reject_reason: typeof reject_reason === 'string' ? reject_reason : null,
	};
}
