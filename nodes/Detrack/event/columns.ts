import {
	coordinatesFrom,
	idOrNull,
	integerOrNull,
	joinTexts,
	numberOrNull,
	recordsIn,
	textOrNull,
	webUrlOrNull,
} from '../../shared/basic/values';
import type { DeliveryItem } from '../../shared/event/deliveryEvent';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import { codeOf } from './codes';
import { etaOf, proofAtOf, windowOf } from './jobTimes';
import { jobTypeOf } from './jobType';
import { newestMilestone } from './milestones';
import { addressOf, placeOf, recipientNameOf } from './recipient';
import type { DetrackJob } from './schema';

/**
 * What each column of a job is made from, in the keys of version 2 (docs/vendors.md#detrack-columns).
 * Columns that are not here are an event's own, or always empty.
 */
export function columnsOf(job: DetrackJob): KnownColumns {
	const proof = coordinatesFrom(job.pod_lat, job.pod_lng);
	const place = placeOf(job);
	const { items, itemCount } = itemsOf(job);
	const { windowFrom, windowTo } = windowOf(job);
	return {
		jobId: idOrNull(job.id),
		reference: idOrNull(job.do_number),
		orderNumber: idOrNull(job.order_number),
		trackingNumber: idOrNull(job.tracking_number),
		trackingUrl: webUrlOrNull(job.tracking_link),
		jobType: jobTypeOf(job.type),
		attempt: integerOrNull(job.attempt),
		recipientName: recipientNameOf(job),
		recipientPhone: idOrNull(job.phone_number),
		recipientEmail: textOrNull(job.notify_email),
		address: addressOf(job),
		postCode: idOrNull(job.postal_code),
		city: textOrNull(job.city),
		country: textOrNull(job.country),
		latitude: place.latitude,
		longitude: place.longitude,
		driverName: textOrNull(job.assign_to),
		windowFrom,
		windowTo,
		eta: etaOf(job),
		receivedBy: textOrNull(job.received_by_sent_by),
		proofAt: proofAtOf(job),
		proofLatitude: proof.latitude,
		proofLongitude: proof.longitude,
		signatureUrl:
			webUrlOrNull(job.signature_file_url) ??
			webUrlOrNull(job.recipient_sender_device_signature_file_url),
		photoUrls: photoUrlsOf(job),
		note: textOrNull(job.note),
		reason: reasonOf(job),
		rating: numberOrNull(firstGiven(job.goods_service_rating, job.driver_rating)),
		customerComment: textOrNull(job.customer_feedback),
		items,
		itemCount,
		amount: amountOf(firstGiven(job.payment_amount, job.invoice_amount)),
		providerStatus: textOrNull(job.status),
		account: textOrNull(job.group_name) ?? idOrNull(job.group_id),
	};
}

const PHOTO_KEYS = Array.from({ length: 10 }, (_, index) => `photo_${index + 1}_file_url`);

/** URLs of the photos of a job and of its items. */
function photoUrlsOf(job: DetrackJob): string[] {
	const ofItems = recordsIn(job.items).map((item) => item.photo_url);
	const urls = new Set<string>();
	for (const url of [...PHOTO_KEYS.map((key) => job[key]), ...ofItems]) {
		const text = webUrlOrNull(url);
		if (text !== null) urls.add(text);
	}
	return [...urls];
}

function itemsOf(job: DetrackJob): Pick<KnownColumns, 'items' | 'itemCount'> {
	const items = recordsIn(job.items).map(itemOf);
	const counted = integerOrNull(job.items_count);
	return { items, itemCount: counted ?? (Array.isArray(job.items) ? items.length : null) };
}

function itemOf(item: Record<string, unknown>): DeliveryItem {
	return {
		sku: idOrNull(item.sku),
		description: textOrNull(item.description),
		quantity: numberOrNull(item.quantity),
		rejectedQuantity: numberOrNull(item.reject_quantity),
		reason: textOrNull(item.reject_reason),
	};
}

/** Statuses whose newest milestone tells why; one that is passed does not count any more. */
const WITH_REASON = ['completed_partial', 'failed', 'on_hold', 'return', 'cancelled'];

/** Why a job failed, waits or goes back, or else why items of it were rejected. */
function reasonOf(job: DetrackJob): string | null {
	const ofItems = () =>
		joinTexts(
			recordsIn(job.items).map((item) => item.reject_reason),
			', ',
		);
	return textOrNull(job.reason) ?? reasonInMilestones(job) ?? ofItems();
}

function reasonInMilestones(job: DetrackJob): string | null {
	const code = codeOf(job.status) ?? '';
	if (!WITH_REASON.includes(code)) return null;
	const newest = newestMilestone(job)?.milestone;
	return codeOf(newest?.status) === code ? textOrNull(newest?.reason) : null;
}

/**
 * The first of several values that is given at all, whether or not it can be read: one of another
 * meaning must not stand in for it.
 */
function firstGiven(...values: unknown[]): unknown {
	return values.find((value) => value !== null && value !== undefined && !isBlankText(value));
}

function isBlankText(value: unknown): boolean {
	return typeof value === 'string' && value.trim() === '';
}

/** A plain decimal as text; Detrack names no currency. */
function amountOf(value: unknown): string | null {
	const text = idOrNull(value);
	return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}
