import type { OrderAddress } from './fields';
import type { Box, Item, Note, Order, Tracking } from './model';
import { boxUrl, orderUrl } from './paths';
import type { BoxScope, OrderScope } from './scopes';
import { amountOf } from './values';

type View = Record<string, unknown>;

/** How much of an order is shown. */
export interface Detail {
	boxes: boolean;
	items: boolean;
	/** Whether items that are not expanded are links, or left out. */
	links: boolean;
}

/** An order as programs read it, and as webhooks carry it. */
export function orderView(at: OrderScope, detail: Detail): View {
	const { order } = at;
	const { billing, shipping, source, custom_fields, ...fields } = order.fields;
	const address = (of: OrderAddress): View => addressView(of, order);
	return {
		billing: { ...billing, bill_to: billing.bill_to && address(billing.bill_to) },
		boxes: order.boxes.map((box) => boxView({ ...at, box }, detail)),
		created_at: order.created_at,
		custom_fields,
		...fields,
		nested_updated_at: order.nested_updated_at,
		notes: order.notes.map((note) => noteView(note, orderUrl(at))),
		relations: [],
		shipping: {
			...shipping,
			ship_from: address(shipping.ship_from),
			ship_to: address(shipping.ship_to),
		},
		source: { ...source, retrieved_at: order.created_at, updated_at: order.created_at },
		tags: order.tags,
		unique_id: order.unique_id,
		updated_at: order.updated_at,
		url: orderUrl(at),
	};
}

/** A box: all of it, or only its items and its url. */
export function boxView(at: BoxScope, detail: Detail): View {
	const { box } = at;
	const url = boxUrl(at);
	const items = detail.items
		? box.items.map((item) => itemView(item, url))
		: detail.links
			? box.items.map((item) => ({ url: `${url}items/${item.id}/` }))
			: [];
	if (!detail.boxes) return { items, url };
	return {
		...box.fields,
		weight: box.fields.weight ?? weightOf(box),
		created_at: box.created_at,
		updated_at: box.updated_at,
		items,
		tracking: box.tracking.map((entry) => trackingView(entry, url)),
		url,
	};
}

/** One line of a box. */
export function itemView({ id, fields, created_at, updated_at }: Item, url: string): View {
	return { ...fields, created_at, updated_at, url: `${url}items/${id}/` };
}

/** One thing that the carrier said of a box. */
export function trackingView({ id, fields, created_at }: Tracking, url: string): View {
	return { created_at, ...fields, url: `${url}tracking/${id}/` };
}

/** A note of an order or a contact. */
export function noteView({ id, fields, created_at, updated_at }: Note, url: string): View {
	return { agent: null, ...fields, created_at, updated_at, url: `${url}notes/${id}/` };
}

function addressView(address: OrderAddress, { created_at }: Order): View {
	return { ...address, created_at, updated_at: created_at };
}

/** A box that was not weighed weighs what its items weigh. */
function weightOf(box: Box): string | null {
	const weights = box.items.map(({ fields: { quantity, unit_weight } }) =>
		unit_weight === null ? undefined : quantity * amountOf(unit_weight),
	);
	if (weights.length === 0 || weights.includes(undefined)) return null;
	return `${weights.reduce((sum: number, each) => sum + (each ?? 0), 0).toFixed(4)} g`;
}
