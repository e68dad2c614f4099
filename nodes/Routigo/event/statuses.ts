import { JOB_TYPES, type Status } from '../../shared/event/deliveryEvent';
import type { FilterChoices } from '../../shared/event/filterChoices';
import type { Assignment } from './assignments';
import { statusOfEndStatus } from './endStatuses';
import type { Kind } from './kinds';

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

/**
 * The status after a trigger. What is done is delivered if it is a delivery, and its end status does
 * not say otherwise.
 *
 * @param assignments those in the body; where it says nothing of any, RoutiGo's default holds, which
 * is `DELIVERED`
 */
export function statusAfter(event: string | null, assignments: readonly Assignment[]): Status {
	const status = STATUS_OF.get(event ?? '') ?? 'unknown';
	return status === 'delivered' ? statusOfDone(assignments) : status;
}

/** Of a stop or shipment with several assignments the deliveries settle it, else the pick-ups. */
function statusOfDone(assignments: readonly Assignment[]): Status {
	if (assignments.length === 0) return 'delivered';
	const statuses = (...kinds: Array<Kind | null>) =>
		assignments.filter(({ kind }) => kinds.includes(kind)).flatMap(statusesOf);
	const ofDeliveries = statuses('delivery', null);
	return together(ofDeliveries.length > 0 ? ofDeliveries : statuses('collection'));
}

function statusesOf({ kind, endStatuses }: Assignment): Status[] {
	const told = endStatuses.map(statusOfEndStatus);
	if (kind !== 'collection') {
		// What the driver has picked up is not what was to be delivered.
		const statuses = told.map((each) =>
			kind === 'delivery' && each === 'picked_up' ? 'unknown' : each,
		);
		return statuses.length > 0 ? statuses : ['delivered'];
	}
	const statuses = told.map((each) => (PICKED_UP.has(each) ? 'picked_up' : each));
	return statuses.length > 0 ? statuses : ['picked_up'];
}

/** What the status of a pick-up is called when it worked out. */
const PICKED_UP: ReadonlySet<Status> = new Set(['delivered', 'partially_delivered', 'picked_up']);

/** One status for several: the one they share, else the one that can do the least harm. */
function together(statuses: readonly Status[]): Status {
	const [first = 'unknown', ...others] = [...new Set(statuses)];
	if (others.length === 0) return first;
	const has = (status: Status) => first === status || others.includes(status);
	if (has('attempt_failed') || has('returned') || has('cancelled')) return 'attempt_failed';
	if (has('unknown') || has('on_hold')) return 'unknown';
	return has('partially_delivered') ? 'partially_delivered' : 'delivered';
}

/** What its events can be filtered by: the statuses after a trigger, and those of end statuses. */
export const ROUTIGO_FILTERS: FilterChoices = {
	things: 'jobs',
	statuses: [
		...new Set(STATUS_OF.values()),
		'picked_up',
		'partially_delivered',
		'attempt_failed',
		'on_hold',
		'returned',
		'cancelled',
		'unknown',
	],
	jobTypes: JOB_TYPES,
};
