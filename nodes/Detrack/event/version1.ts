import { recordsIn } from '../../shared/basic/values';
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
		deliver_to_collect_from: body.deliver_to ?? body.collect_from,
		phone_number: body.phone,
		notify_email: body.notify_email,
		assign_to: body.assign_to,
		time_window: body.delivery_time ?? body.collection_time,
		received_by_sent_by: body.received_by ?? body.sent_by,
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

/** Version 1 names no type. Its views of collections have other keys, so those are looked for. */
function typeOf(body: Record<string, unknown>): string | undefined {
	if ('deliver_to' in body || 'delivery_time' in body) return 'Delivery';
	return 'collect_from' in body || 'collection_time' in body ? 'Collection' : undefined;
}
