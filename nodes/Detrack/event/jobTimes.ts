import { textOrNull } from '../../shared/basic/values';
import type { DeliveryEvent } from '../../shared/event/deliveryEvent';
import { isoTime } from '../../shared/event/isoTimes';
import { codeOf } from './codes';
import { movementOf, newestMilestone, timeOf } from './milestones';
import type { DetrackJob } from './schema';
import { stageOf } from './statuses';

/** Times stay the texts that came: those of clocks have no zone, and none is made up. */

/** Statuses that a driver's proof settles, and those that a new job has. */
const FINISHED = ['completed', 'completed_partial', 'failed'];
const NEW = ['info_recv', 'in_transit'];

/** Stages at which a driver is about to be there. */
const ON_THE_MOVE = ['head_to_goods', 'head_to_pick_up', 'head_to_delivery', 'arrived'];

/**
 * When something last happened to a job: when its driver set out or arrived, its newest milestone, or
 * else the time that belongs to its status. A notification has no time of its own.
 */
export function occurredAtOf(job: DetrackJob): string | null {
	const code = codeOf(job.status) ?? '';
	const moved = ON_THE_MOVE.includes(stageOf(job, null) ?? '') ? movementOf(job)?.at : null;
	const settled = FINISHED.includes(code) ? isoTime(job.pod_at) : null;
	const created = NEW.includes(code) ? isoTime(job.created_at) : null;
	return moved ?? timeOf(newestMilestone(job)) ?? settled ?? created;
}

/** Longer texts are prose, not a time window. */
const LONGEST_WINDOW = 60;

/**
 * The day of a job with its time window. The window is free text such as "0900 - 1100 hrs": it is
 * split only where a dash stands between two parts with digits.
 */
export function windowOf(job: DetrackJob): Pick<DeliveryEvent, 'windowFrom' | 'windowTo'> {
	const date = textOrNull(job.date);
	const [from, to] = windowTexts(job);
	return { windowFrom: onDay(date, from), windowTo: onDay(date, to) };
}

function windowTexts(job: DetrackJob): [from: string | null, to: string | null] {
	const from = textOrNull(job.time_window_from);
	const to = textOrNull(job.time_window_to);
	if (from !== null || to !== null) return [from, to];
	const text = textOrNull(job.time_window);
	if (text === null || text.length > LONGEST_WINDOW) return [text, null];
	const [begin = '', end = '', ...more] = text.split(/[-–—]/);
	const isWindow = more.length === 0 && /\d/.test(begin) && /\d/.test(end);
	return isWindow ? [begin.trim(), end.trim()] : [text, null];
}

/** A time of day gets its day before it, unless it names one itself. */
function onDay(date: string | null, time: string | null): string | null {
	if (time === null || date === null) return time ?? date;
	return /\d{4}-\d{2}-\d{2}/.test(time) ? time : `${date} ${time}`;
}
