import { idOrNull, isRecord, recordsIn } from '../../shared/basic/values';
import type { EventName, Status } from '../../shared/event/deliveryEvent';
import type { FilterChoices } from '../../shared/event/filterChoices';
import type { ReadyCloudOrder } from './schema';

/** The events that settle the status of an order; only "Order Delivered" becomes `status_changed`. */
const STATUS_OF = new Map<EventName, Status>([
	['acceptance_scanned', 'in_transit'],
	['status_changed', 'delivered'],
]);

/** The status of an order after an event. */
export function statusAfter(event: EventName, order: ReadyCloudOrder): Status {
	return STATUS_OF.get(event) ?? statusOf(order);
}

/**
 * The status of an order by its times. ReadyCloud's own `shipping.status` is no help: its words are
 * not documented, and it may be null (docs/vendors.md#readycloud-statuses).
 */
export function statusOf(order: ReadyCloudOrder): Status {
	const { shipping } = order;
	const boxes = recordsIn(order.boxes);
	if (boxes.length > 0 && boxes.every((box) => isSet(box.delivered_at))) return 'delivered';
	if (!isRecord(shipping)) return 'unknown';
	if (isSet(shipping.shipped_at)) return 'in_transit';
	return isSet(shipping.to_ship_at) ? 'scheduled' : 'created';
}

function isSet(time: unknown): boolean {
	return idOrNull(time) !== null;
}

/** What its events can be filtered by. Every order is a delivery. */
export const READYCLOUD_FILTERS: FilterChoices = {
	things: 'orders',
	statuses: ['created', 'scheduled', 'in_transit', 'delivered', 'unknown'],
};
