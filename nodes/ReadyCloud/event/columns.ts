import {
	idOrNull,
	joinTexts,
	keysOf,
	numberOrNull,
	recordsIn,
	textOrNull,
} from '../../shared/basic/values';
import type { DeliveryItem, Status } from '../../shared/event/deliveryEvent';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import { moneyOf } from './money';
import { defaultAddress, nameOf, recipientOf } from './recipient';
import type { ReadyCloudObject, ReadyCloudOrder } from './schema';
import { idsIn, organizationIn } from './urlIds';

/**
 * What each column of an order is made from (docs/vendors.md#readycloud-columns). Columns that are not
 * here are an event's own, stand in the object's `url`, or are always empty.
 *
 * @param status the status after the event
 */
export function orderColumnsOf(order: ReadyCloudOrder, status: Status): KnownColumns {
	const shipping = keysOf(order.shipping);
	const { items, itemCount } = itemsOf(order);
	const { amount, currency } = moneyOf(keysOf(order.billing).total);
	return {
		reference: idOrNull(order.primary_id),
		orderNumber: idOrNull(order.order_number) ?? idOrNull(order.po_number),
		trackingNumber: trackingNumbersOf(order),
		jobType: 'delivery',
		...recipientOf(keysOf(shipping.ship_to)),
		proofAt: status === 'delivered' ? lastDeliveryOf(order) : null,
		note: notesOf(order),
		items,
		itemCount,
		amount,
		currency,
		providerStatus: textOrNull(shipping.status),
	};
}

/** The columns of an acceptance scan, whether or not its whole order was fetched: the cost of shipping. */
export function scanColumnsOf(scan: ReadyCloudObject): KnownColumns {
	return moneyOf(scan.ship_cost);
}

/** The columns of what is no order: a contact, one of its addresses, or a kind of packaging. */
export function otherColumnsOf(collection: string | null, body: ReadyCloudObject): KnownColumns {
	if (collection === 'packaging') return { reference: textOrNull(body.name) };
	if (collection !== 'contacts') return {};
	// An address comes as a body of its own, or inside a contact.
	const address = { ...body, ...defaultAddress(body.addresses) };
	return { ...recipientOf(address), recipientName: nameOf(body) ?? nameOf(address) };
}

/** The columns of any object, from its `url`: its id in a collection, and its organization's. */
export function urlColumnsOf(
	{ url }: ReadyCloudObject,
	collection: string | null,
): Pick<KnownColumns, 'jobId' | 'account'> {
	const ids = idsIn(url);
	return {
		jobId: collection === null ? null : (ids.get(collection) ?? null),
		account: organizationIn(ids),
	};
}

/** What an item may be apart from goods (docs/vendors.md#readycloud-boxes). */
const NOT_GOODS = ['discount', 'tax', 'adjustment'];

/**
 * The goods in all boxes. A compact order has empty lists of items whatever its boxes hold, so
 * without any item nothing is known of their number.
 */
function itemsOf(order: ReadyCloudOrder): Pick<KnownColumns, 'items' | 'itemCount'> {
	const items = recordsIn(order.boxes)
		.flatMap((box) => recordsIn(box.items))
		.filter((item) => !NOT_GOODS.includes(textOrNull(item.kind)?.toLowerCase() ?? ''))
		.map(itemOf);
	return { items, itemCount: items.length === 0 ? null : items.length };
}

function itemOf(item: Record<string, unknown>): DeliveryItem {
	return {
		sku: idOrNull(item.part_number),
		description: textOrNull(item.description),
		quantity: numberOrNull(item.quantity),
		rejectedQuantity: null,
		reason: null,
	};
}

/** The tracking numbers of all boxes as one text. Only full boxes have one, not compact ones. */
function trackingNumbersOf(order: ReadyCloudOrder): string | null {
	return joinTexts(
		recordsIn(order.boxes).map((box) => idOrNull(box.tracking_number)),
		', ',
	);
}

/** When the last box was delivered, in ReadyCloud's own text. */
function lastDeliveryOf(order: ReadyCloudOrder): string | null {
	const times = recordsIn(order.boxes)
		.map((box) => textOrNull(box.delivered_at))
		.filter((time) => time !== null && !Number.isNaN(Date.parse(time)));
	return times.reduce((last, time) => (isLater(time, last) ? time : last), null);
}

/** Times come with and without microseconds and with several zones, so texts cannot be compared. */
function isLater(time: string | null, than: string | null): boolean {
	return than === null || Date.parse(time ?? '') > Date.parse(than);
}

/** What people wrote about an order, as one text. */
function notesOf(order: ReadyCloudOrder): string | null {
	return joinTexts(
		recordsIn(order.notes).map((note) => note.content),
		'; ',
	);
}
