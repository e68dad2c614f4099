import type { RadaroEvent } from './events';
import type { Job } from './job';
import type { StepContext } from './moves';
import type { StepOptions } from './stepOptions';

/** One thing that can happen to a job. */
export interface Step {
	label: string;
	/** Not part of the usual way; the page tucks it away. */
	aside?: boolean;
	possible(job: Job): boolean;
	/** Changes the job and gives the event to send, or null where none is sent. */
	run(job: Job, options: StepOptions, context: StepContext): RadaroEvent | null;
}

export type Steps = Readonly<Record<string, Step>>;

export const UNDERWAY = ['assigned', 'pickup', 'picked_up', 'in_progress'];
export const FINISHED = ['delivered', 'confirmed', 'failed'];
const KNOWN = new Set([...UNDERWAY, ...FINISHED, 'pending', 'not_assigned']);

/** A condition on the job's status. */
export function from(...statuses: string[]): (job: Job) => boolean {
	return (job) => statuses.includes(job.info.status);
}

/** The status without a documented code, and any other that was written from outside. */
export function onTheWayBack(job: Job): boolean {
	return !KNOWN.has(job.info.status);
}

/** Marks the job as changed now. */
export function touch(job: Job, context: StepContext): void {
	job.info.updated_at = context.now();
}
