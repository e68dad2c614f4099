import type { DeliveryEvent, JobColumns, Occurrence } from '../../shared/event/deliveryEvent';
import { deliveryRow, eventIdOf, jobRow } from '../../shared/event/deliveryRow';
import { isoTime } from '../../shared/event/isoTimes';
import { orderColumnsOf, otherColumnsOf, scanColumnsOf, urlColumnsOf } from './columns';
import type { ReadyCloudObject, ReadyCloudOrder, ReadyCloudPayload } from './schema';
import { statusAfter, statusOf } from './statuses';
import { collectionOf } from './webhookEntities';

/**
 * One delivery of ReadyCloud as a delivery event. What the columns of its object are made from is in
 * `columns.ts`.
 *
 * @param receivedAt ISO 8601 instant of the arrival; it never enters the `eventId`
 */
export function normalizeReadyCloud(
	payload: ReadyCloudPayload,
	occurrence: Occurrence,
	receivedAt: string,
): DeliveryEvent {
	const { entity, body } = payload;
	const { event } = occurrence;
	const collection = collectionOf(payload);
	const order = collection === 'orders' ? (payload.order ?? body) : null;
	const status = order ? statusAfter(event, order) : 'unknown';
	const columns = order ? orderColumnsOf(order, status) : otherColumnsOf(collection, body);
	const deliveredAt = event === 'status_changed' ? columns.proofAt : null;
	return deliveryRow('readyCloud', status, {
		...columns,
		...(event === 'acceptance_scanned' ? scanColumnsOf(body) : {}),
		...urlColumnsOf(body, collection),
		eventId: eventIdOf(...identityOf(payload)),
		event,
		eventName: occurrence.name,
		occurredAt: deliveredAt ?? changedAt(body),
		receivedAt,
		providerEvent: entity,
	});
}

/** An order as an answer of the API gives it, in the same columns. */
export function normalizeReadyCloudOrder(order: ReadyCloudOrder): JobColumns {
	const status = statusOf(order);
	return jobRow('readyCloud', status, {
		...orderColumnsOf(order, status),
		...urlColumnsOf(order, 'orders'),
		occurredAt: changedAt(order),
	});
}

/**
 * What makes a delivery that event. ReadyCloud gives no id and does not tell what changed, and a scan
 * has not even a time: entity and whole body are all there is (docs/vendors.md#readycloud-deliveries).
 */
function identityOf({ entity, body }: ReadyCloudPayload): unknown[] {
	return ['readyCloud', entity, body];
}

/** When anything that belongs to an order changed last, or else the object itself. */
function changedAt(object: ReadyCloudObject): string | null {
	return isoTime(object.nested_updated_at) ?? isoTime(object.updated_at);
}
