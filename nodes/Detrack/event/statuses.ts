import { recordsIn, textOrNull } from '../../shared/basic/values';
import type { Status } from '../../shared/event/deliveryEvent';
import type { DetrackJob } from './schema';

/** Detrack's status codes (docs/vendors.md#detrack-statuses), in the order of a job's life. */
const STATUS_OF = new Map<string, Status>([
	['info_recv', 'created'],
	['in_transit', 'in_transit'],
	['dispatched', 'out_for_delivery'],
	['completed', 'delivered'],
	['completed_partial', 'partially_delivered'],
	['failed', 'attempt_failed'],
	['on_hold', 'on_hold'],
	['return', 'returned'],
]);

/** For lists that users choose from. */
export const DETRACK_STATUSES: readonly string[] = [...STATUS_OF.keys()];

/** The labels in place of a code: all that payload version 1 has. */
const CODE_OF = new Map([
	['info received', 'info_recv'],
	['in transit', 'in_transit'],
	['in progress', 'dispatched'],
	['delivered', 'completed'],
	['partially delivered', 'completed_partial'],
	['partially completed', 'completed_partial'],
	['not delivered', 'failed'],
	['on hold', 'on_hold'],
	['returned', 'return'],
]);

/** A code or a label as a code; `null` for what is none of them, such as a label that was renamed. */
export function codeOf(status: unknown): string | null {
	const word = lowerCase(status);
	return STATUS_OF.has(word) ? word : (CODE_OF.get(word) ?? null);
}

/**
 * The status of a job. "In Progress" says little by itself: whether a driver is on the way follows
 * from the tracking status, or by the rule after which Detrack derives that.
 *
 * @param today YYYY-MM-DD, for a job that tells nothing of its tracking status
 */
export function statusOf(job: DetrackJob, today: string | null): Status {
	const code = codeOf(job.status);
	if (code !== 'dispatched') return STATUS_OF.get(code ?? '') ?? 'unknown';
	return isHeadedTo(job) ? 'arriving' : dispatchedStatus(job, today);
}

function dispatchedStatus(job: DetrackJob, today: string | null): Status {
	const label = lowerCase(job.tracking_status);
	if (label === 'scheduled') return 'scheduled';
	if (label === 'info received') return 'created';
	if (label.startsWith('out for ')) return 'out_for_delivery';
	if (textOrNull(job.assign_to) === null) return 'created';
	const date = textOrNull(job.date);
	// Texts of the same form, so their order is that of the days.
	return today !== null && date !== null && date > today ? 'scheduled' : 'out_for_delivery';
}

/** The codes that milestones may have for a driver who is heading to the address. */
const HEADING = /^head_to_/;

/**
 * Whether the last thing that is known of a job is that its driver is heading to it. Detrack does not
 * document how it says so: a time, or a milestone with such a code (docs/vendors.md#detrack-triggers).
 */
export function isHeadedTo(job: DetrackJob): boolean {
	if (codeOf(job.status) !== 'dispatched') return false;
	const newest = newestMilestone(job);
	if (HEADING.test(textOrNull(newest?.status) ?? '')) return true;
	const headedAt = headingTime(job);
	if (headedAt === null) return false;
	return newest === null || !(Date.parse(String(newest.created_at)) > Date.parse(headedAt));
}

export function headingTime(job: DetrackJob): string | null {
	return textOrNull(job.head_to_delivery_at) ?? textOrNull(job.head_to_pick_up_at);
}

/** The newest milestone by its time: that the list is in order is only inferred. */
export function newestMilestone(job: DetrackJob): Record<string, unknown> | null {
	let newest: Record<string, unknown> | null = null;
	let newestAt = -Infinity;
	for (const milestone of recordsIn(job.milestones)) {
		const at = Date.parse(textOrNull(milestone.created_at) ?? '');
		if (at >= newestAt) {
			newest = milestone;
			newestAt = at;
		}
	}
	return newest;
}

function lowerCase(text: unknown): string {
	return (textOrNull(text) ?? '').toLowerCase();
}
