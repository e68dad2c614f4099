import { type Job, type Stage, type Status, STATUSES } from './model';
import type { DetrackSettings } from './settings';

/** What the dashboard calls a status. */
export const STATUS_LABELS: Readonly<Record<Status, string>> = {
	info_recv: 'Info Received',
	in_transit: 'In Transit',
	dispatched: 'In Progress',
	completed: 'Completed',
	completed_partial: 'Partially Completed',
	failed: 'Failed',
	on_hold: 'On Hold',
	return: 'Return',
};

// As Detrack's examples write them; its article on statuses has some in other cases.
const TRACKING: Readonly<Record<Stage, string>> = {
	info_recv: 'Info received',
	in_transit: 'Info received',
	scheduled: 'Scheduled',
	out_for_delivery: 'Out for delivery',
	out_for_collection: 'Out for collection',
	completed: 'Completed',
	completed_partial: 'Partially completed',
	failed: 'Failed',
	on_hold: 'On hold',
	return: 'Return',
};

const FINISHED: readonly Status[] = ['completed', 'completed_partial', 'failed'];

export function isStatus(value: unknown): value is Status {
	return STATUSES.some((status) => status === value);
}

/** A job that is done, well or not. */
export function isFinished({ fields }: Job): boolean {
	return isFinal(fields.status);
}

export function isFinal(status: unknown): boolean {
	return FINISHED.some((each) => each === status);
}

/** Detrack's rule: status, driver and date give the tracking status. */
export function stageOf({ fields }: Job, today: string): Stage {
	const { status, assign_to, date, type } = fields;
	if (status !== 'dispatched') return status;
	if (assign_to === null) return 'info_recv';
	if (date > today) return 'scheduled';
	return type === 'Collection' ? 'out_for_collection' : 'out_for_delivery';
}

/** The stage in words. */
export function trackingStatus(stage: Stage): string {
	return TRACKING[stage];
}

/** Only `dispatched` is documented; the other codes follow the status. */
export function trackingCode(job: Job, stage: Stage): string {
	return stage === 'scheduled' ? stage : job.fields.status;
}

/** Whether the job may be tried again. */
export function canReattempt({ fields }: Job): boolean {
	const open = fields.status === 'failed' || fields.status === 'completed_partial';
	return open && fields.reattempted !== true;
}

/** Whether the account lets this job be deleted. */
export function isDeletable(job: Job, { deleteFinished }: DetrackSettings): boolean {
	return deleteFinished || !isFinished(job);
}
