import type { IDataObject } from 'n8n-workflow';

import { onlyGiven } from '../../../shared/action/attributes';
import { instantIn } from '../../../shared/action/dates';
import { isBlank } from '../../../shared/action/jsonField';
import { merged, otherAttributesOf } from '../../../shared/action/otherAttributes';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textsIn } from '../../../shared/basic/textList';
import { idOrNull } from '../../../shared/basic/values';
import { addressIn } from '../addressFields';
import { checkedMoney, checkedTag } from '../checkedValues';
import { boxesOf } from './orderItems';

/** What the fields of an operation may hold, by parameter name. */
export interface OrderValues {
	primaryId?: string;
	orderNumber?: number | null;
	billingStatus?: string;
	customerNumber?: string;
	message?: string;
	poNumber?: string;
	shipType?: string;
	shipVia?: string;
	shippingStatus?: string;
	tags?: string;
	terms?: string;
	warehouse?: string;
	shippingCharge?: string;
	subtotal?: string;
	tax?: string;
	total?: string;
	orderedAt?: unknown;
	shippedAt?: unknown;
	toShipAt?: unknown;
	billTo?: unknown;
	shipFrom?: unknown;
	shipTo?: unknown;
	items?: unknown;
	boxes?: unknown;
	otherAttributes?: unknown;
}

/**
 * The fields of an operation as ReadyCloud's attributes (docs/vendors.md#readycloud-orders). A field
 * that was not given is left out; one that was given empty is `null`, which clears it.
 *
 * @param zone the workflow's time zone, for dates without one
 * @throws InvalidInput with the first thing that cannot be sent
 */
export function orderBody(values: OrderValues, zone: string): IDataObject {
	const money = (given: string | undefined, label: string) =>
		given === undefined ? undefined : checkedMoney(given, label);
	const date = (given: unknown, label: string) =>
		given === undefined ? undefined : instantIn(given, label, zone);
	const given = onlyGiven({
		primary_id: values.primaryId?.trim(),
		order_number: wholeNumber(values.orderNumber),
		customer_number: text(values.customerNumber),
		po_number: text(values.poNumber),
		message: text(values.message),
		terms: text(values.terms),
		ordered_at: date(values.orderedAt, 'Ordered At'),
		billing: onlyGiven({
			status: text(values.billingStatus),
			subtotal: money(values.subtotal, 'Subtotal'),
			shipping: money(values.shippingCharge, 'Shipping Charge'),
			tax: money(values.tax, 'Tax'),
			total: money(values.total, 'Total'),
			bill_to: addressIn(values.billTo),
		}),
		shipping: onlyGiven({
			status: text(values.shippingStatus),
			ship_type: text(values.shipType),
			ship_via: text(values.shipVia),
			warehouse: text(values.warehouse),
			shipped_at: date(values.shippedAt, 'Shipped At'),
			to_ship_at: date(values.toShipAt, 'To Ship At'),
			ship_from: addressIn(values.shipFrom),
			ship_to: addressIn(values.shipTo),
		}),
		tags: tagsIn(values.tags),
		boxes: boxesOf(values.items, values.boxes),
	});
	return merged(given ?? {}, otherAttributesOf(values.otherAttributes, 'orders'));
}

/**
 * @throws InvalidInput when the order would have no number to find it by
 */
export function checkPrimaryId({ primary_id: primaryId }: IDataObject): void {
	if (idOrNull(primaryId) !== null) return;
	throw new InvalidInput(
		'"Primary ID" (primary_id) is missing. Enter the order number that people use.',
	);
}

function text(given: string | undefined): string | null | undefined {
	return isBlank(given) && given !== undefined ? null : given;
}

function wholeNumber(given: number | null | undefined): number | null | undefined {
	if (given === undefined || given === null || Number.isInteger(given)) return given;
	throw new InvalidInput(`"Order Number" must be a whole number, but it is "${given}".`);
}

function tagsIn(given: string | undefined): string[] | undefined {
	const tags = textsIn(given ?? '');
	return tags.length === 0 ? undefined : tags.map(checkedTag);
}
