import type { IDataObject } from 'n8n-workflow';

import { attributesOf } from '../../../shared/action/attributes';
import { isBlank, jsonOf } from '../../../shared/action/jsonField';
import { fixedCollection, number, text } from '../../../shared/api/fields';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { integerOrNull, keysOf, recordsIn } from '../../../shared/basic/values';

/** The goods of a job (docs/vendors.md#detrack-jobs). */
export const itemsField = fixedCollection('Items', 'items', {
	typeOptions: { multipleValues: true },
	description: 'What is delivered or collected',
	options: [
		{
			displayName: 'Item',
			name: 'item',
			values: [
				text('SKU', 'sku'),
				text('Description', 'description'),
				number('Quantity', 'quantity', {
					typeOptions: { minValue: 0, numberPrecision: 0 },
					default: 1,
				}),
				text('Unit of Measure', 'unitOfMeasure'),
				text('Comments', 'comments'),
				text('Batch Number', 'batchNumber'),
				text('Purchase Order Number', 'purchaseOrderNumber'),
			],
		},
	],
});

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
	const count = integerOrNull(quantity);
	if (!isBlank(quantity) && (count === null || count < 0)) {
		throw new InvalidInput(
			`The "Quantity" of item "${String(sku ?? description)}" must be a whole number of 0 or more, but it is "${String(quantity)}".`,
		);
	}
}
