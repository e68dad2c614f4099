import {
	idOrNull,
	joinTexts,
	numberOrNull,
	recordsIn,
	textOrNull,
} from '../../shared/basic/values';
import type { DeliveryEvent, DeliveryItem } from '../../shared/event/deliveryEvent';
import type { ReadyCloudOrder } from './schema';

/** The parts of an order and of a contact that are objects and lists. */

/** What an item may be apart from goods (docs/vendors.md#readycloud-boxes). */
const NOT_GOODS = ['discount', 'tax', 'adjustment'];

type Recipient = Pick<
	DeliveryEvent,
	| 'recipientName'
	| 'recipientPhone'
	| 'recipientEmail'
	| 'address'
	| 'postCode'
	| 'city'
	| 'country'
>;

/** An address of an order or a contact; its region has no column and is part of the one line. */
export function recipientOf(address: Record<string, unknown>): Recipient {
	const postCode = idOrNull(address.post_code);
	const region = textOrNull(address.region) ?? textOrNull(address.state);
	return {
		recipientName: nameOf(address),
		recipientPhone: idOrNull(address.phone),
		recipientEmail: textOrNull(address.email),
		address: joinTexts(
			[
				address.address_1,
				address.address_2,
				address.city,
				joinTexts([region, postCode], ' '),
				address.country,
			],
			', ',
		),
		postCode,
		city: textOrNull(address.city),
		country: textOrNull(address.country),
	};
}

/** A person's name, or the company where there is none. First and last name may be the same word. */
export function nameOf(person: Record<string, unknown>): string | null {
	const names = [person.first_name, person.last_name].map(textOrNull);
	return textOrNull(names.filter((name) => name !== null).join(' ')) ?? textOrNull(person.company);
}

/** The default one of a contact's addresses, else the first; a contact's delivery has none. */
export function defaultAddress(addresses: unknown): Record<string, unknown> {
	const list = recordsIn(addresses);
	return list.find((address) => address.default === true) ?? list[0] ?? {};
}

/**
 * The goods in all boxes. A compact order has empty lists of items whatever its boxes hold, so
 * without any item nothing is known of their number.
 */
export function itemsOf(order: ReadyCloudOrder): Pick<DeliveryEvent, 'items' | 'itemCount'> {
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
export function trackingNumbersOf(order: ReadyCloudOrder): string | null {
	return joinTexts(
		recordsIn(order.boxes).map((box) => idOrNull(box.tracking_number)),
		', ',
	);
}

/** When the last box was delivered, in ReadyCloud's own text. */
export function lastDeliveryOf(order: ReadyCloudOrder): string | null {
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
export function notesOf(order: ReadyCloudOrder): string | null {
	return joinTexts(
		recordsIn(order.notes).map((note) => note.content),
		'; ',
	);
}
