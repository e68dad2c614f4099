import { Refusal } from '../core/refusal';
import { DRIVERS, STARTING_POINT } from './defaults';
import { updated, type RadaroEvent } from './events';
import { STATUS_LABELS, type Job, type JobInfo } from './job';
import type { RadaroSettings } from './settings';
import type { StepOptions } from './stepOptions';

/** What a step needs of the world. */
export interface StepContext {
	settings: RadaroSettings;
	/** A new time, in the form in which events carry it. */
	now(): string;
	nextId(): number;
	remove(job: Job): void;
}

/** Changes the status, and whatever comes with it at the same time. */
export function moveTo(
	job: Job,
	status: string,
	context: StepContext,
	also: (at: string) => Partial<JobInfo> = () => ({}),
): RadaroEvent {
	const at = context.now();
	const before = job.info.status;
	Object.assign(job.info, also(at), { status, updated_at: at });
	return updated(job, `status: ${STATUS_LABELS[status] ?? status}`, {
		newValues: { status },
		oldValues: { status: before },
	});
}

/** Gives the job to a driver, who must exist. */
export function assignDriver(job: Job, options: StepOptions, context: StepContext): RadaroEvent {
	const driver = options.driver ?? DRIVERS[0]?.id;
	const known = DRIVERS.some((each) => each.id === driver);
	if (driver === undefined || !known) {
		const ids = DRIVERS.map((each) => each.id).join(', ');
		throw new Refusal(409, `There is no driver ${driver}; there are: ${ids}.`);
	}
	return moveTo(job, 'assigned', context, () => ({ driver, starting_point: STARTING_POINT }));
}
