import { recordsIn, textOrNull } from '../../shared/basic/values';
import { isOfCollection } from './codes';
import type { DetrackJob } from './schema';

/**
 * Payload version 1 in the keys of version 2, so that everything after it knows one shape. Version 1
 * has the D.O. number as `do`, no id, no event, empty texts for what is not known, and a label as its
 * status (docs/vendors.md#detrack-payloads).
 */
export function isVersion1(body: Record<string, unknown>): boolean {
	return 'do' in body && !('do_number' in body);
}

export function fromVersion1(body: Record<string, unknown>): DetrackJob {
	return {
		do_number: body.do,
		type: typeOf(body),
		status: body.status,
		tracking_status: body.tracking_status,
		date: body.date,
		address: body.address,
		deliver_to_collect_from: filled(body.deliver_to, body.collect_from),
		phone_number: body.phone,
		notify_email: body.notify_email,
		assign_to: body.assign_to,
		time_window: filled(body.delivery_time, body.collection_time),
		received_by_sent_by: filled(body.received_by, body.sent_by),
		pod_at: body.time,
		pod_lat: body.pod_lat,
		pod_lng: body.pod_lng,
		photo_1_file_url: body.view_image_url,
		note: body.note,
		reason: body.reason,
		items: Array.isArray(body.items) ? recordsIn(body.items).map(itemFromVersion1) : undefined,
	};
}

function itemFromVersion1(item: Record<string, unknown>): Record<string, unknown> {
	return {
		sku: item.sku,
		description: item.desc,
		quantity: item.qty,
		reject_quantity: item.reject,
		reject_reason: item.reason,
	};
}

const OF_DELIVERY = ['deliver_to', 'delivery_time', 'received_by'];
const OF_COLLECTION = ['collect_from', 'collection_time', 'sent_by'];

/**
 * Version 1 names no type. Its views of collections have other keys, so those are looked for, those
 * that say something before those that are only there. A label of collections goes before all keys.
 */
function typeOf(body: Record<string, unknown>): string | undefined {
	if (isOfCollection(body.status)) return 'Collection';
	const isFilled = (key: string) => textOrNull(body[key]) !== null;
	for (const isTold of [isFilled, (key: string) => key in body]) {
		if (OF_DELIVERY.some(isTold)) return 'Delivery';
		if (OF_COLLECTION.some(isTold)) return 'Collection';
	}
	return undefined;
}

/** The value of the key that says something; version 1 has empty texts for what is not known. */
function filled(ofDelivery: unknown, ofCollection: unknown): unknown {
	return textOrNull(ofDelivery) ?? ofCollection ?? ofDelivery;
}
