import { idOrNull } from '../../shared/basic/values';
import type { Status } from '../../shared/event/deliveryEvent';

/** The status after a trigger; those that are not here settle none (docs/vendors.md#routigo-triggers). */
const STATUS_OF = new Map<string, Status>([
	['TOUR_PLANNED', 'scheduled'],
	['ROUTE_PLANNED', 'scheduled'],
	['TOUR_ASSIGNED', 'assigned'],
	['TOUR_STARTED', 'out_for_delivery'],
	['STOP_ARRIVED', 'arriving'],
	['ASSIGNMENT_ARRIVED', 'arriving'],
	['STOP_DONE', 'delivered'],
	['SHIPMENT_DONE', 'delivered'],
	['ASSIGNMENT_DONE', 'delivered'],
]);

/** The end status that RoutiGo documents; every other one says that it did not work out. */
const DELIVERED = 'DELIVERED';

/**
 * The status after a trigger. What is done counts as delivered unless one of its end statuses says
 * otherwise.
 *
 * @param endStatuses those in the body, none where it has none
 */
export function statusAfter(event: string | null, endStatuses: readonly string[]): Status {
	const status = STATUS_OF.get(event ?? '') ?? 'unknown';
	if (status !== 'delivered') return status;
	return endStatuses.some((word) => word.toUpperCase() !== DELIVERED) ? 'attempt_failed' : status;
}

/** The end statuses among values, each once. */
export function endStatusesOf(values: readonly unknown[]): string[] {
	const words = values.map((value) => idOrNull(value)).filter((word) => word !== null);
	return [...new Set(words)];
}
