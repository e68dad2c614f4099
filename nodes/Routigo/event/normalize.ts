import { textOrNull } from '../../shared/basic/values';
import type { DeliveryEvent, JobColumns, Occurrence } from '../../shared/event/deliveryEvent';
import { deliveryRow, eventIdOf, jobRow } from '../../shared/event/deliveryRow';
import { assignmentsIn } from './assignments';
import { columnsOf, orderColumnsOf } from './columns';
import type { RoutigoPayload } from './schema';
import { statusAfter } from './statuses';

/**
 * One notification of RoutiGo as a delivery event. Its bodies are not documented, so nothing is
 * required: event and type come from the tags, all else from what is found
 * (docs/vendors.md#routigo-columns).
 *
 * @param receivedAt ISO 8601 instant of the arrival; it never enters the `eventId`
 */
export function normalizeRoutigo(
	payload: RoutigoPayload,
	occurrence: Occurrence,
	receivedAt: string,
): DeliveryEvent {
	const { event, type, body } = payload;
	const assignments = assignmentsIn(payload);
	const status = statusAfter(event, assignments);
	const endStatuses = new Set(assignments.flatMap((each) => each.endStatuses));
	return deliveryRow('routigo', status, {
		...columnsOf(payload, assignments, status),
		// Not over the call's time, which may be another one when it is repeated.
		eventId: eventIdOf('routigo', event, type, body),
		event: occurrence.event,
		eventName: occurrence.name,
		receivedAt,
		providerEvent: event,
		providerStatus: [...endStatuses].join(', ') || textOrNull(body.status),
	});
}

/** An order as it is uploaded, in the same columns. */
export function normalizeRoutigoOrder(order: Record<string, unknown>): JobColumns {
	return jobRow('routigo', 'created', orderColumnsOf(order));
}
