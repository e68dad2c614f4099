import type { EventName, Status } from '../../shared/event/deliveryEvent';

/** Radaro's status codes (docs/vendors.md#radaro-statuses). The portal shows other words for some. */
const STATUS_OF = new Map<string, Status>([
	['pending', 'created'],
	['not_assigned', 'created'],
	['assigned', 'assigned'],
	['pickup', 'picked_up'],
	['picked_up', 'picked_up'],
	['in_progress', 'out_for_delivery'],
	['delivered', 'delivered'],
	['confirmed', 'delivered'],
	['failed', 'attempt_failed'],
]);

/** The codes in the order of a job's life, for lists that users choose from. */
export const RADARO_STATUSES: readonly string[] = [...STATUS_OF.keys()];

/** The statuses that Radaro accepts when a job is created. */
export const CREATION_STATUSES: readonly string[] = ['pending', 'assigned', 'not_assigned'];

/** The delivery event's status for one of Radaro's; a code that is not known is `unknown`. */
export function statusOf(code: unknown): Status {
	return (typeof code === 'string' && STATUS_OF.get(code)) || 'unknown';
}

/** The status after an event: a deleted job keeps the code that it had. */
export function statusAfter(event: EventName, code: unknown): Status {
	return event === 'job_deleted' ? 'cancelled' : statusOf(code);
}
