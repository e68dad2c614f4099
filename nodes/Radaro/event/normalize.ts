import { idOrNull, textOrNull } from '../../shared/basic/values';
import type { DeliveryEvent, JobColumns, Occurrence } from '../../shared/event/deliveryEvent';
import { deliveryRow, eventIdOf, jobRow } from '../../shared/event/deliveryRow';
import { changedKeys, changesJob, isCreation } from './changes';
import { columnsOf } from './columns';
import type { RadaroJob, RadaroPayload } from './schema';
import { statusAfter, statusOf } from './statuses';

/**
 * One webhook body of Radaro as a delivery event. What the columns of the job are made from is in
 * `columns.ts`.
 *
 * @param receivedAt ISO 8601 instant of the arrival; it never enters the `eventId`
 */
export function normalizeRadaro(
	payload: RadaroPayload,
	occurrence: Occurrence,
	receivedAt: string,
): DeliveryEvent {
	const { old_values: old, new_values: changed } = changesJob(payload) ? payload : {};
	const columns = columnsOf(payload.order_info ?? null, changed ?? {});
	const occurredAt = textOrNull(payload.updated_at) ?? textOrNull(payload.order_info?.updated_at);
	const before = textOrNull(old?.status);
	return deliveryRow('radaro', statusAfter(occurrence.event, columns.providerStatus), {
		...columns,
		eventId: eventIdOf(...identityOf(payload, occurredAt)),
		event: occurrence.event,
		eventName: occurrence.name,
		previousStatus: before === null ? null : statusOf(before),
		occurredAt,
		receivedAt,
		changedFields: changedKeys(payload),
		providerEvent: textOrNull(payload.topic),
	});
}

/** A job as an answer of the API gives it, in the same columns. */
export function normalizeRadaroJob(job: RadaroJob): JobColumns {
	const columns = columnsOf(job);
	const occurredAt = textOrNull(job.updated_at);
	return jobRow('radaro', statusOf(columns.providerStatus), { ...columns, occurredAt });
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
