import { STATUSES, type Job, type Stage, type Status } from './model';
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

// Detrack's examples and its article on statuses write some of them differently.
const TRACKING: Readonly<Record<Stage, readonly [example: string, article: string]>> = {
	info_recv: ['Info received', 'Info Received'],
	in_transit: ['Info received', 'Info Received'],
	scheduled: ['Scheduled', 'Scheduled'],
	out_for_delivery: ['Out for delivery', 'Out for delivery'],
	out_for_collection: ['Out for collection', 'Out for collection'],
	completed: ['Completed', 'Completed'],
	completed_partial: ['Partially completed', 'Partially Completed'],
	failed: ['Failed', 'Failed'],
	on_hold: ['On hold', 'On Hold'],
	return: ['Return', 'Return'],
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

/** The stage in words, as Detrack's examples or its article write them. */
export function trackingStatus(stage: Stage, labelCase: 'example' | 'article'): string {
	return TRACKING[stage][labelCase === 'example' ? 0 : 1];
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
export function isDeletable(job: Job, { deleteFinished, deletable }: DetrackSettings): boolean {
	if (isFinished(job)) return deleteFinished;
	return deletable === 'unfinished' || ['info_recv', 'dispatched'].includes(job.fields.status);
}
