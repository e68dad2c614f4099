import { textOrNull } from '../../shared/basic/values';
import { JOB_TYPES, type Status } from '../../shared/event/deliveryEvent';
import { isoTime } from '../../shared/event/isoTimes';
import type { FilterChoices } from '../../shared/event/filterChoices';
import { codeOf, isOfCollection } from './codes';
import { jobTypeOf } from './jobType';
import { movementOf } from './milestones';
import type { DetrackJob } from './schema';

/**
 * The canonical status of each stage: of Detrack's codes, of those of newer dashboards
 * (docs/vendors.md#detrack-statuses), and of what "In Progress" falls apart into.
 */
const STATUS_OF = new Map<string, Status>([
	['info_recv', 'created'],
	['in_transit', 'in_transit'],
	['at_warehouse', 'in_transit'],
	['unassigned', 'created'],
	['scheduled', 'scheduled'],
	// On the way to the goods, not to who gets them.
	['head_to_goods', 'assigned'],
	['picked_up', 'picked_up'],
	['out_for_delivery', 'out_for_delivery'],
	['head_to_pick_up', 'arriving'],
	['head_to_delivery', 'arriving'],
	['arrived', 'arriving'],
	['completed', 'delivered'],
	['completed_partial', 'partially_delivered'],
	['failed', 'attempt_failed'],
	['on_hold', 'on_hold'],
	['return', 'returned'],
	['cancelled', 'cancelled'],
	['deleted', 'cancelled'],
]);

/**
 * The status of a job.
 *
 * @param today YYYY-MM-DD, for a job that tells nothing of its tracking status
 */
export function statusOf(job: DetrackJob, today: string | null): Status {
	return STATUS_OF.get(stageOf(job, today) ?? '') ?? 'unknown';
}

/**
 * Where a job stands: the code of its status, or where it has come to since.
 *
 * @param today YYYY-MM-DD, for a job that tells nothing of its tracking status
 * @returns `null` for a status that is not known
 */
export function stageOf(job: DetrackJob, today: string | null): string | null {
	const code = codeOf(job.status);
	const isDelivery = jobTypeOf(job.type) === 'delivery';
	// Goods of a delivery that were fetched are not delivered yet.
	if (code === 'completed' && isOfCollection(job.status) && isDelivery) return 'picked_up';
	const stage = code === 'dispatched' ? progressOf(job, today) : movedOn(job, code);
	return stage === 'head_to_pick_up' && isDelivery ? 'head_to_goods' : stage;
}

/** Codes that a driver may have gone beyond, though the status still says so. */
function movedOn(job: DetrackJob, code: string | null): string | null {
	const isOut = code === 'out_for_delivery';
	if (!isOut && !(code ?? '').startsWith('head_to_')) return code;
	const movement = movementOf(job)?.code;
	return movement === 'arrived' || isOut ? (movement ?? code) : code;
}

/**
 * "In Progress" says little by itself: how far a job is follows from what its driver does, from the
 * tracking status, or by the rule after which Detrack derives that.
 */
function progressOf(job: DetrackJob, today: string | null): string {
	const label = codeOf(job.tracking_status) ?? '';
	if (label === 'arrived' || label === 'cancelled') return label;
	const movement = movementOf(job);
	if (movement !== null) return movement.code;
	if (label === 'info_recv') return 'unassigned';
	return LABELS.includes(label) ? label : stageByRule(job, today);
}

/** Tracking statuses that say how far a job in progress is. */
const LABELS = [
	'at_warehouse',
	'scheduled',
	'picked_up',
	'out_for_delivery',
	'head_to_pick_up',
	'head_to_delivery',
];

function stageByRule(job: DetrackJob, today: string | null): string {
	if (textOrNull(job.assign_to) === null) return 'unassigned';
	const date = isoTime(job.date);
	// Texts of the same form, so their order is that of the days.
	return today !== null && date !== null && date > today ? 'scheduled' : 'out_for_delivery';
}

/** What its events can be filtered by. */
export const DETRACK_FILTERS: FilterChoices = {
	things: 'jobs',
	statuses: [...new Set(STATUS_OF.values()), 'unknown'],
	jobTypes: JOB_TYPES,
};
