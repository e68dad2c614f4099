import type { Delivery } from '../core/delivery';
import type { Step } from '../core/jobs';
import { Refusal } from '../core/refusal';
import { VEHICLES } from './defaults';
import { repost } from './deliver';
import { removeJob, turnJob } from './jobLife';
import type { Job, Status } from './model';
import { reattempt } from './reattempt';
import type { DetrackService } from './service';
import { canReattempt, isDeletable } from './status';
import { from, isOpen, type StepOptions, type Steps } from './step';
import { addDays, isDate } from './time';

/** What a dispatcher does in the dashboard. */
export const OFFICE_STEPS: Steps = {
	dispatch: {
		...moveTo('dispatched', 'In progress'),
		possible: from('info_recv', 'in_transit', 'on_hold', 'return'),
	},
	assign: {
		label: 'Assign',
		possible: (job) => isOpen(job) && job.fields.assign_to === null,
		run: assign,
	},
	reassign: {
		label: 'Other driver',
		aside: true,
		possible: (job) => isOpen(job) && job.fields.assign_to !== null,
		run: assign,
	},
	unassign: {
		label: 'Take from driver',
		aside: true,
		possible: (job) => isOpen(job) && job.fields.assign_to !== null,
		run: (job, _options, service) =>
			turnJob(service, job, undefined, () => void (job.fields.assign_to = null)),
	},
	postpone: {
		label: 'Next day',
		aside: true,
		possible: isOpen,
		run: (job, { date }, service) => {
			const next = checkedDate(date) ?? addDays(job.fields.date, 1);
			return turnJob(service, job, undefined, () => void (job.fields.date = next));
		},
	},
	hold: {
		...moveTo('on_hold', 'Put on hold'),
		possible: (job) => isOpen(job) && job.fields.status !== 'on_hold',
	},
	return: {
		...moveTo('return', 'Return', 'Refused by recipient'),
		possible: (job) => isOpen(job) && job.fields.status !== 'return',
	},
	reattempt: {
		label: 'Try again',
		aside: true,
		possible: canReattempt,
		run: (job, { date }, service) => {
			const next = checkedDate(date) ?? addDays(job.fields.date, 1);
			return reattempt(service, job, next).sent;
		},
	},
	repost: {
		label: 'Repost',
		aside: true,
		possible: ({ lastSent }) => lastSent !== null,
		run: (job, _options, service) => (job.lastSent ? repost(service, job, job.lastSent) : none()),
	},
	delete: {
		label: 'Delete',
		aside: true,
		possible: () => true,
		run: (job, _options, service) => {
			if (!isDeletable(job, service.settings.values)) {
				throw new Refusal(409, 'The account keeps such jobs; see the setting deleteFinished.');
			}
			return removeJob(service, job);
		},
	},
};

const none = (): Promise<Delivery[]> => Promise.resolve([]);

function moveTo(
	status: Status,
	label: string,
	why?: string,
): Omit<Step<DetrackService, Job, StepOptions>, 'possible'> {
	return {
		label,
		aside: status !== 'dispatched',
		run: (job, { reason = why }, service) =>
			turnJob(service, job, undefined, () => {
				Object.assign(job.fields, { status, reason: reason ?? null });
			}),
	};
}

function assign(job: Job, options: StepOptions, service: DetrackService): Promise<Delivery[]> {
	const others = VEHICLES.map(({ name }) => name).filter((name) => name !== job.fields.assign_to);
	const driver = options.driver ?? others[0];
	const known = VEHICLES.some(({ name }) => name === driver);
	if (driver === undefined || !known) {
		const names = VEHICLES.map(({ name }) => name).join(', ');
		throw new Refusal(409, `There is no driver "${driver}"; there are: ${names}.`);
	}
	return turnJob(service, job, undefined, () => void (job.fields.assign_to = driver));
}

function checkedDate(date: string | undefined): string | undefined {
	if (date === undefined || isDate(date)) return date;
	throw new Refusal(400, `"${date}" is no date; write it like 2026-03-03.`);
}
