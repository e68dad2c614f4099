import {
	coordinatesOf,
	idOrNull,
	joinTexts,
	keysOf,
	numberOrNull,
	textOrNull,
} from '../../shared/basic/values';
import type { DeliveryEvent, JobColumns, Occurrence } from '../../shared/event/deliveryEvent';
import { deliveryRow, eventIdOf, jobRow, type KnownColumns } from '../../shared/event/deliveryRow';
import { changedKeys, isCreation } from './changes';
import { completionNames, itemsOf, photoUrlsOf } from './columns';
import type { RadaroJob, RadaroPayload } from './schema';
import { statusOf } from './statuses';

/**
 * One webhook body of Radaro as a delivery event. The mapping of every column is in
 * docs/radaro.md#columns.
 *
 * @param receivedAt ISO 8601 instant of the arrival; it never enters the `eventId`
 */
export function normalizeRadaro(
	payload: RadaroPayload,
	occurrence: Occurrence,
	receivedAt: string,
): DeliveryEvent {
	const job = payload.order_info ?? null;
	const changed = payload.new_values ?? {};
	const providerStatus = textOrNull(changed.status) ?? textOrNull(job?.status);
	const status = occurrence.event === 'job_deleted' ? 'cancelled' : statusOf(providerStatus);
	const occurredAt = textOrNull(payload.updated_at) ?? textOrNull(job?.updated_at);
	const before = textOrNull(payload.old_values?.status);
	return deliveryRow('radaro', status, {
		...(job ? columnsOf(job, providerStatus) : {}),
		...itemsOf(changed.cargoes ?? job?.cargoes),
		eventId: eventIdOf(...identityOf(payload, occurredAt)),
		event: occurrence.event,
		previousStatus: before === null ? null : statusOf(before),
		occurredAt,
		receivedAt,
		changedFields: changedKeys(payload),
		providerEvent: textOrNull(payload.topic),
		providerStatus,
	});
}

/** A job as an answer of the API gives it, in the same columns. */
export function normalizeRadaroJob(job: RadaroJob): JobColumns {
	const providerStatus = textOrNull(job.status);
	return jobRow('radaro', statusOf(providerStatus), {
		...columnsOf(job, providerStatus),
		...itemsOf(job.cargoes),
		occurredAt: textOrNull(job.updated_at),
		providerStatus,
	});
}

/**
 * What makes an event that event. Radaro gives no id: job, kind, its own time and what changed
 * tell two events apart. Where one of them is missing, only the whole body can.
 */
function identityOf(payload: RadaroPayload, occurredAt: string | null): unknown[] {
	const jobId = idOrNull(payload.order_info?.order_id);
	const told = isCreation(payload) || changedKeys(payload).length > 0;
	if (jobId === null || occurredAt === null || !told) return ['radaro', payload];
	return ['radaro', jobId, payload.topic, payload.event_type, occurredAt, payload.new_values];
}

/** @param providerStatus the job's status after the event, in Radaro's words */
function columnsOf(job: RadaroJob, providerStatus: string | null): KnownColumns {
	const status = statusOf(providerStatus);
	const failed = status === 'attempt_failed';
	const codes = completionNames(job.completion_codes);
	const address = keysOf(job.deliver_address);
	const customer = keysOf(job.customer);
	return {
		jobId: idOrNull(job.order_id),
		reference: idOrNull(job.external_id),
		orderNumber: idOrNull(job.title),
		trackingUrl: textOrNull(job.public_report_link),
		jobType: 'delivery',
		recipientName: textOrNull(customer.name),
		recipientPhone: idOrNull(customer.phone),
		recipientEmail: textOrNull(customer.email),
		address: joinTexts([job.deliver_address_2, address.address], ', '),
		postCode: idOrNull(address.post_code),
		...coordinatesOf(address.location),
		driverId: idOrNull(job.driver),
		windowFrom: textOrNull(job.deliver_after),
		windowTo: textOrNull(job.deliver_before),
		proofAt: status === 'delivered' ? textOrNull(job.completed_at) : null,
		signatureUrl: textOrNull(job.confirmation_signature),
		photoUrls: photoUrlsOf(job),
		note: joinTexts(
			[failed ? null : codes, job.confirmation_comment, job.completion_comment, job.error_comment],
			'; ',
		),
		reason: reasonOf(job, providerStatus, codes),
		rating: numberOrNull(job.rating),
		customerComment: textOrNull(job.customer_comment),
		account: idOrNull(job.merchant),
	};
}

function reasonOf(job: RadaroJob, providerStatus: string | null, codes: string | null) {
	if (providerStatus === 'failed') return codes ?? textOrNull(job.error_comment);
	return providerStatus === 'pending' ? textOrNull(job.pending_comment) : null;
}
