import type { IDataObject } from 'n8n-workflow';

import { attributesOf } from '../../../shared/action/attributes';
import { isBlank, jsonOf } from '../../../shared/action/jsonField';
import { number, text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { isRecord, keysOf, numberOrNull, recordsIn } from '../../../shared/basic/values';
import { checkedMoney } from '../checkedValues';

/** One line of an order (docs/vendors.md#readycloud-boxes). */
export const itemFields = defineProperties([
	text('Part Number', 'partNumber'),
	text('Description', 'description'),
	number('Quantity', 'quantity', {
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1,
	}),
	text('Unit Price', 'unitPrice', { placeholder: 'e.g. 14.00 USD' }),
	text('Unit Weight', 'unitWeight', { placeholder: 'e.g. 310 g' }),
	text('Image Link', 'imageLink'),
]);

/**
 * The boxes of a new order: as they are given, or one with the items; `undefined` where there are
 * none.
 *
 * @throws InvalidInput when both are given, or one of them cannot be sent
 */
export function boxesOf(items: unknown, boxesJson: unknown): IDataObject[] | undefined {
	const lines = recordsIn(keysOf(items).item).map(itemOf);
	const boxes = isBlank(boxesJson) ? [] : listIn(boxesJson);
	if (lines.length > 0 && boxes.length > 0) {
		throw new InvalidInput(
			'Give either "Items" or "Boxes (JSON)", not both. Items go into one box.',
		);
	}
	if (boxes.length > 0) return boxes;
	return lines.length > 0 ? [{ items: lines }] : undefined;
}

function listIn(boxesJson: unknown): IDataObject[] {
	const boxes = jsonOf(boxesJson, 'Boxes (JSON)');
	if (Array.isArray(boxes) && boxes.every(isRecord)) return boxes as IDataObject[];
	throw new InvalidInput(
		`"Boxes (JSON)" must be a list of objects in square brackets, but it is ${JSON.stringify(boxes)}.`,
	);
}

function itemOf(given: Record<string, unknown>, index: number): IDataObject {
	const item = attributesOf(given);
	const quantity = numberOrNull(item.quantity);
	if (quantity === null || !Number.isInteger(quantity) || quantity < 0) {
		throw new InvalidInput(
			`The "Quantity" of item ${index + 1} must be a whole number of 0 or more, but it is "${String(item.quantity ?? '')}".`,
		);
	}
	const price = checkedMoney(item.unit_price, `Unit Price of item ${index + 1}`);
	return { ...item, quantity, ...(price === null ? {} : { unit_price: price }) };
}
