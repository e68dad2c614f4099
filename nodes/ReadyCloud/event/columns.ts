import { instantOf } from '../../shared/basic/times';
import {
	idOrNull,
	isRecord,
	joinTexts,
	keysOf,
	numberOrNull,
	recordsIn,
	textOrNull,
} from '../../shared/basic/values';
import type { DeliveryItem, Status } from '../../shared/event/deliveryEvent';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import { isoTime } from '../../shared/event/isoTimes';
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
 * The goods in all boxes. Those of a compact box may be links, which say how many they are and no more;
 * its list may also be empty whatever the box holds, so without any item nothing is known of their
 * number.
 */
function itemsOf(order: ReadyCloudOrder): Pick<KnownColumns, 'items' | 'itemCount'> {
	const goods = recordsIn(order.boxes).flatMap((box) => listOf(box.items).filter(isGoods));
	return {
		items: goods.filter((item) => !isLink(item)).map(itemOf),
		itemCount: goods.length === 0 ? null : goods.length,
	};
}

function listOf(items: unknown): unknown[] {
	return Array.isArray(items) ? items : [];
}

/** What an item is found by, beside which a link has nothing. */
const LINK_KEYS = ['id', 'url'];

/** A link to an item: its URL as a text, or an object with nothing else in it. */
function isLink(item: unknown): boolean {
	if (!isRecord(item)) return true;
	if (textOrNull(item.url) === null) return false;
	return Object.keys(item).every((key) => LINK_KEYS.includes(key) || item[key] === null);
}

function isGoods(item: unknown): boolean {
	if (!isRecord(item)) return textOrNull(item) !== null;
	return !NOT_GOODS.includes(textOrNull(item.kind)?.toLowerCase() ?? '');
}

function itemOf(item: unknown): DeliveryItem {
	const { part_number, description, quantity } = keysOf(item);
	return {
		sku: idOrNull(part_number),
		description: textOrNull(description),
		quantity: numberOrNull(quantity),
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

/** When the last box was delivered. */
function lastDeliveryOf(order: ReadyCloudOrder): string | null {
	const times = recordsIn(order.boxes).flatMap((box) => isoTime(box.delivered_at) ?? []);
	return times.reduce<string | null>((last, time) => (isLater(time, last) ? time : last), null);
}

/**
 * Times come with and without microseconds and with several zones, so texts cannot be compared. One
 * without a zone is read as in UTC, as ReadyCloud reads a filter (docs/vendors.md#readycloud).
 */
function isLater(time: string, than: string | null): boolean {
	return than === null || instantOf(time) > instantOf(than);
}

/** What people wrote about an order, as one text. */
function notesOf(order: ReadyCloudOrder): string | null {
	return joinTexts(
		recordsIn(order.notes).map((note) => note.content),
		'; ',
	);
}
