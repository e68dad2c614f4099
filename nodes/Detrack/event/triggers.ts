import { codeOf } from './codes';
import type { DetrackJob } from './schema';
import { stageOf } from './statuses';

/** The event of each stage that a job may be at. */
const EVENT_OF = new Map([
	['info_recv', 'infoReceived'],
	['in_transit', 'inTransit'],
	['at_warehouse', 'atWarehouse'],
	['scheduled', 'scheduled'],
	['unassigned', 'inProgress'],
	['head_to_goods', 'inProgress'],
	['picked_up', 'pickedUp'],
	['out_for_delivery', 'inProgress'],
	['head_to_pick_up', 'headingTo'],
	['head_to_delivery', 'headingTo'],
	['arrived', 'arrived'],
	['completed', 'completed'],
	['completed_partial', 'partiallyCompleted'],
	['failed', 'failed'],
	['return', 'return'],
	['on_hold', 'onHold'],
	['cancelled', 'cancelled'],
	['deleted', 'deleted'],
]);

/**
 * Events whose marks may be wrong: a job in progress that looks like one of them counts as both.
 * "Arrived" is none of these, as nobody wants to hear "on its way" at the door.
 */
const ALSO_IN_PROGRESS = ['headingTo', 'atWarehouse', 'pickedUp'];

/**
 * Which of Detrack's triggers a notification may be of, as values of the catalogue. Its payloads do not
 * say, so this follows from the job's fields (docs/vendors.md#detrack-triggers): "Deleted" has no mark
 * at all, and those of "Heading To" and "Arrived" are not documented.
 *
 * @param today YYYY-MM-DD, for a job that does not tell whether its day is still to come
 */
export function triggersOf(job: DetrackJob, today: string | null): readonly string[] {
	const event = EVENT_OF.get(stageOf(job, today) ?? '');
	if (event === undefined) return [];
	const isBoth = codeOf(job.status) === 'dispatched' && ALSO_IN_PROGRESS.includes(event);
	return isBoth ? [event, 'inProgress'] : [event];
}
