import { isoTime, timeOnDay, type TimeWindow, windowBetween } from '../../shared/event/isoTimes';
import { windowOn } from '../../shared/event/windows';
import { codeOf } from './codes';
import { movementOf, newestMilestone } from './milestones';
import type { DetrackJob } from './schema';
import { stageOf } from './statuses';

/** Detrack tells days and clocks without a zone, and none is made up (docs/vendors.md#detrack-times). */

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
	return moved ?? newestMilestone(job)?.at ?? settled ?? created;
}

/** When a job was proven; a time of day is one of the job's day. */
export function proofAtOf(job: DetrackJob): string | null {
	return timeOnDay(job.date, job.pod_at) ?? timeOnDay(job.date, job.pod_time);
}

/** When the driver is expected, as of now or as it was planned. */
export function etaOf(job: DetrackJob): string | null {
	return timeOnDay(job.date, job.live_eta) ?? timeOnDay(job.date, job.eta_time);
}

/** The time window of a job, in two fields or in words; else its day. */
export function windowOf(job: DetrackJob): TimeWindow {
	const { date, time_window_from: from, time_window_to: to } = job;
	const isTold = [from, to].some((end) => timeOnDay(date, end) !== null);
	return isTold ? windowBetween(date, from, to) : windowOn(date, job.time_window);
}
