import type { DetrackJob } from './schema';
import { codeOf, isHeadedTo, statusOf } from './statuses';

/** The event of each code but `dispatched`, which stands for several. */
const EVENT_OF = new Map([
	['info_recv', 'infoReceived'],
	['in_transit', 'inTransit'],
	['completed', 'completed'],
	['completed_partial', 'partiallyCompleted'],
	['failed', 'failed'],
	['return', 'return'],
	['on_hold', 'onHold'],
]);

/**
 * Which of Detrack's triggers a notification may be of, as values of the catalogue. Its payloads do not
 * say, so this follows from the job's fields (docs/vendors.md#detrack-triggers): "Deleted" has no mark
 * at all, and "Heading To" is "In Progress" with marks that Detrack does not document, so such a job
 * counts as both.
 *
 * @param today YYYY-MM-DD, for a job that does not tell whether its day is still to come
 */
export function triggersOf(job: DetrackJob, today: string | null): readonly string[] {
	const code = codeOf(job.status);
	if (code !== 'dispatched')
		return [EVENT_OF.get(code ?? '')].filter((event) => event !== undefined);
	if (isHeadedTo(job)) return ['headingTo', 'inProgress'];
	return [statusOf(job, today) === 'scheduled' ? 'scheduled' : 'inProgress'];
}
