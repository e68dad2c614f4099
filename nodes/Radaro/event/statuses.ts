import { textOrNull } from '../../shared/basic/values';
import { type EventName, type Status, STATUSES } from '../../shared/event/deliveryEvent';
import type { FilterChoices } from '../../shared/event/filterChoices';

/**
 * Radaro's status codes (docs/vendors.md#radaro-statuses). The portal shows other words for some. With
 * `pickup` the driver is on the way to the goods: it stands before `picked_up`.
 */
const STATUS_OF = new Map<string, Status>([
	['pending', 'created'],
	['not_assigned', 'created'],
	['assigned', 'assigned'],
	['pickup', 'assigned'],
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

/** The portal's labels that are no code in other spelling. */
const CODE_OF_LABEL = new Map([
	['completed', 'delivered'],
	['pick_up', 'pickup'],
]);

/** Words of no page of Radaro's, which can only mean one thing. */
const PLAIN_WORDS = new Map<string, Status>([
	...STATUSES.map((status) => [status, status] as const),
	['canceled', 'cancelled'],
	['deleted', 'cancelled'],
	['terminated', 'cancelled'],
]);

/** Radaro's code in its own spelling, also where a label of the portal stands; `null` for none. */
export function codeOf(word: unknown): string | null {
	const code = textOrNull(word)
		?.toLowerCase()
		.replace(/[\s_-]+/g, '_');
	return code === undefined ? null : (CODE_OF_LABEL.get(code) ?? code);
}

/** The delivery event's status for one of Radaro's; a code that is not known is `unknown`. */
export function statusOf(word: unknown): Status {
	const code = codeOf(word) ?? '';
	return STATUS_OF.get(code) ?? PLAIN_WORDS.get(code) ?? 'unknown';
}

/** The status after an event: a deleted job keeps the code that it had. */
export function statusAfter(event: EventName, code: unknown): Status {
	return event === 'job_deleted' ? 'cancelled' : statusOf(code);
}

/** What its events can be filtered by. Every job is a delivery. */
export const RADARO_FILTERS: FilterChoices = {
	things: 'jobs',
	statuses: [...new Set(STATUS_OF.values()), 'cancelled', 'unknown'],
};
