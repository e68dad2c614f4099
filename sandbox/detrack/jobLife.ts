import type { Delivery } from '../core/delivery';
import type { Checked } from './checkFields';
import { DISPATCHER } from './defaults';
import { type Cause, notify } from './deliver';
import type { Job } from './model';
import { newJob } from './newJob';
import type { DetrackService } from './service';
import { stageOf } from './status';
import { DRIVER_CHANGE, fired, type Moment, TRIGGERS } from './triggers';

/** Creates a job out of checked fields. */
export function createJob(
	service: DetrackService,
	checked: Checked,
): { job: Job; sent: Promise<Delivery[]> } {
	const job = newJob(service, checked);
	return { job, sent: beginJob(service, job) };
}

/** Takes a new job up and tells of it. */
export function beginJob(service: DetrackService, job: Job): Promise<Delivery[]> {
	service.jobs.add(job);
	const moment = momentOf(service, job);
	const first = moment.stage === 'in_transit' ? 'in_transit' : 'info_recv';
	addMilestone(service, job, first, null);
	if (moment.stage !== first) reach(service, job, moment, DISPATCHER);
	return tell(service, job, fired(null, moment));
}

/** Does something to a job and tells of what has thereby come about; `who` does it. */
export function turnJob(
	service: DetrackService,
	job: Job,
	who: string | undefined,
	turn: () => void,
): Promise<Delivery[]> {
	const before = momentOf(service, job);
	turn();
	const after = momentOf(service, job);
	job.fields.updated_at = service.jobs.stamp();
	const newDriver = before.driver !== after.driver;
	const out = after.stage === 'scheduled' || after.stage.startsWith('out_for_');
	const reached = before.stage !== after.stage || (newDriver && out);
	if (reached && after.stage !== 'info_recv') reach(service, job, after, who ?? DISPATCHER);
	const causes: Cause[] = fired(before, after);
	return tell(service, job, newDriver ? [...causes, 'driver_change'] : causes);
}

/** Takes a job away and tells of it. */
export function removeJob(service: DetrackService, job: Job): Promise<Delivery[]> {
	service.jobs.delete(job);
	return tell(service, job, ['deleted']);
}

/** Tells of several things, one after the other. */
export async function tell(
	service: DetrackService,
	job: Job,
	causes: readonly Cause[],
): Promise<Delivery[]> {
	const sent = causes.map((cause) =>
		notify(service, job, cause, cause === 'driver_change' ? DRIVER_CHANGE : TRIGGERS[cause]),
	);
	return (await Promise.all(sent)).flat();
}

/** Notes in the job what has happened to it; gives the time. */
export function addMilestone(
	{ jobs }: DetrackService,
	job: Job,
	status: string,
	who: string | null,
): string {
	const at = jobs.stamp();
	const { assign_to, reason } = job.fields;
	job.milestones.push({
		status,
		assign_to: who === null ? null : assign_to,
		reason: typeof reason === 'string' ? reason : null,
		pod_at: at,
		created_at: at,
		user_name: who ?? DISPATCHER,
	});
	return at;
}

function reach(service: DetrackService, job: Job, { stage }: Moment, who: string): void {
	const at = addMilestone(service, job, stage, who);
	if (stage === 'scheduled' || stage === 'out_for_delivery') job.fields[`${stage}_at`] = at;
}

function momentOf(service: DetrackService, job: Job): Moment {
	const { status, assign_to: driver } = job.fields;
	return { status, stage: stageOf(job, service.today()), driver };
}
