import type { IDataObject } from 'n8n-workflow';

import { attributesOf } from '../../../shared/action/attributes';
import { isBlank, jsonOf } from '../../../shared/action/jsonField';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { keysOf, numberOrNull, recordsIn } from '../../../shared/basic/values';

/** The goods of a job (docs/vendors.md#detrack-jobs). */
export const itemsField = {
	displayName: 'Items',
	name: 'items',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Item',
	default: {},
	description: 'What is delivered or collected',
	options: [
		{
			displayName: 'Item',
			name: 'item',
			values: [
				{ displayName: 'Batch Number', name: 'batchNumber', type: 'string', default: '' },
				{ displayName: 'Comments', name: 'comments', type: 'string', default: '' },
				{ displayName: 'Description', name: 'description', type: 'string', default: '' },
				{
					displayName: 'Purchase Order Number',
					name: 'purchaseOrderNumber',
					type: 'string',
					default: '',
				},
				{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1 },
				{ displayName: 'SKU', name: 'sku', type: 'string', default: '' },
				{ displayName: 'Unit of Measure', name: 'unitOfMeasure', type: 'string', default: '' },
			],
		},
	],
} as const;

/**
 * The items of a job as Detrack wants them; `undefined` where none were given.
 *
 * @throws InvalidInput when the JSON is no list of objects, or an item has neither SKU nor description
 */
export function itemsOf(rows: unknown, json: unknown): IDataObject[] | undefined {
	const filled = recordsIn(keysOf(rows).item).map(attributesOf);
	const items = [...filled, ...listed(json)];
	items.forEach(checkItem);
	return rows === undefined && isBlank(json) ? undefined : items;
}

function listed(json: unknown): IDataObject[] {
	if (isBlank(json)) return [];
	const list = jsonOf(json, 'Items (JSON)');
	const items = recordsIn(list) as IDataObject[];
	if (Array.isArray(list) && items.length === list.length) return items;
	throw new InvalidInput(
		'"Items (JSON)" must be a list of objects in square brackets, such as [{"sku": "LAMP-04", "quantity": 1}].',
	);
}

function checkItem({ sku, description, quantity }: IDataObject): void {
	if (isBlank(sku) && isBlank(description)) {
		throw new InvalidInput('An item has neither "SKU" nor "Description". Detrack needs one.');
	}
	if (!isBlank(quantity) && numberOrNull(quantity) === null) {
		throw new InvalidInput(
			`The "Quantity" of item "${String(sku ?? description)}" must be a number, but it is "${String(quantity)}".`,
		);
	}
}
