import type { Job } from './model';
import type { DetrackSettings } from './settings';
import { isFinished } from './status';

/** Whether the account lets this job be deleted. */
export function isDeletable(job: Job, { deleteFinished, deletable }: DetrackSettings): boolean {
	if (isFinished(job)) return deleteFinished;
	return deletable === 'unfinished' || ['info_recv', 'dispatched'].includes(job.fields.status);
}
