import { idOrNull, numberOrNull, textOrNull } from '../../shared/basic/values';
import type {
	DeliveryEvent,
	JobColumns,
	Occurrence,
	Status,
} from '../../shared/event/deliveryEvent';
import { deliveryRow, eventIdOf, jobRow, type KnownColumns } from '../../shared/event/deliveryRow';
import {
	addressOf,
	amountOf,
	coordinatesFrom,
	integerOrNull,
	itemsOf,
	jobTypeOf,
	photoUrlsOf,
	placeOf,
	reasonOf,
	recipientNameOf,
} from './columns';
import { occurredAtOf, windowOf } from './jobTimes';
import type { DetrackJob, DetrackPayload } from './schema';
import { headingTime, statusOf } from './statuses';

/**
 * One notification of Detrack as a delivery event, whichever version of the payload came. The mapping
 * of every column is in docs/vendors.md#detrack-columns.
 *
 * @param receivedAt ISO 8601 instant of the arrival; it never enters the `eventId`
 */
export function normalizeDetrack(
	{ job, today }: DetrackPayload,
	occurrence: Occurrence,
	receivedAt: string,
): DeliveryEvent {
	const { event } = occurrence;
	// What was last recorded of a job is not when it was deleted.
	const occurredAt = event === 'job_deleted' ? null : occurredAtOf(job);
	return deliveryRow('detrack', STATUS_AFTER[event] ?? statusOf(job, today), {
		...columnsOf(job),
		eventId: eventIdOf(...identityOf(job, occurrence, occurredAt)),
		event,
		occurredAt,
		receivedAt,
	});
}

/**
 * A job as an answer of the API gives it, in the same columns.
 *
 * @param today YYYY-MM-DD, which counts only where a job has a tracking status that is not known
 */
export function normalizeDetrackJob(job: DetrackJob, today: string | null = null): JobColumns {
	return jobRow('detrack', statusOf(job, today), {
		...columnsOf(job),
		occurredAt: occurredAtOf(job),
	});
}

/** The events that settle the status by themselves, whatever the job says. */
const STATUS_AFTER: Partial<Record<DeliveryEvent['event'], Status>> = {
	job_deleted: 'cancelled',
	driver_arriving: 'arriving',
};

/**
 * What makes a notification that event: Detrack gives neither an id nor what changed. So these are the
 * job, the event, its time and what an event may change; of a job that has no number, all of it.
 */
function identityOf(
	job: DetrackJob,
	{ event, choices }: Occurrence,
	occurredAt: string | null,
): unknown[] {
	const id = idOrNull(job.id);
	const number = idOrNull(job.do_number);
	if (id === null && number === null) return ['detrack', event, choices, job];
	return [
		'detrack',
		id ?? [number, textOrNull(job.type)],
		event,
		choices,
		occurredAt,
		textOrNull(job.status),
		textOrNull(job.date),
		integerOrNull(job.attempt),
		textOrNull(job.assign_to),
		textOrNull(job.reason),
		textOrNull(job.pod_at),
		headingTime(job),
	];
}

function columnsOf(job: DetrackJob): KnownColumns {
	const proof = coordinatesFrom(job.pod_lat, job.pod_lng);
	const place = placeOf(job);
	const { items, itemCount } = itemsOf(job);
	const { windowFrom, windowTo } = windowOf(job);
	return {
		jobId: idOrNull(job.id),
		reference: idOrNull(job.do_number),
		orderNumber: idOrNull(job.order_number),
		trackingNumber: idOrNull(job.tracking_number),
		trackingUrl: textOrNull(job.tracking_link),
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
		eta: textOrNull(job.live_eta) ?? textOrNull(job.eta_time),
		receivedBy: textOrNull(job.received_by_sent_by),
		proofAt: textOrNull(job.pod_at) ?? textOrNull(job.pod_time),
		proofLatitude: proof.latitude,
		proofLongitude: proof.longitude,
		signatureUrl:
			textOrNull(job.signature_file_url) ??
			textOrNull(job.recipient_sender_device_signature_file_url),
		photoUrls: photoUrlsOf(job),
		note: textOrNull(job.note),
		reason: reasonOf(job),
		rating: numberOrNull(job.goods_service_rating) ?? numberOrNull(job.driver_rating),
		customerComment: textOrNull(job.customer_feedback),
		items,
		itemCount,
		amount: amountOf(job.payment_amount) ?? amountOf(job.invoice_amount),
		providerStatus: textOrNull(job.status),
		account: textOrNull(job.group_name) ?? idOrNull(job.group_id),
	};
}
