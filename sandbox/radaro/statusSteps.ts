import { Refusal } from '../core/refusal';
import { DRIVERS, STARTING_POINT } from './defaults';
import { updated } from './events';
import { type Job, type JobInfo, type RadaroEvent, STATUS_LABELS } from './model';
import {
	from,
	onTheWayBack,
	type StepContext,
	type StepOptions,
	type Steps,
	UNDERWAY,
} from './step';

// Invented: Radaro prints the label "Way Back" but not its code.
const WAY_BACK = 'way_back';

/** Steps that change the status, in the order in which a job usually goes through them. */
export const STATUS_STEPS: Steps = {
	assign: { label: 'Assign', possible: from('pending', 'not_assigned'), run: assignDriver },
	pickup: {
		label: 'Go to pick-up',
		possible: from('assigned'),
		run: (job, _options, context) => moveTo(job, 'pickup', context),
	},
	picked_up: {
		label: 'Picked up',
		possible: from('assigned', 'pickup'),
		run: (job, _options, context) =>
			moveTo(job, 'picked_up', context, (at) => ({ picked_up_at: at })),
	},
	start: {
		label: 'Start',
		possible: from('assigned', 'pickup', 'picked_up'),
		run: (job, _options, context) =>
			moveTo(job, 'in_progress', context, (at) => ({ started_at: at })),
	},
	deliver: {
		label: 'Deliver',
		possible: (job) => from('in_progress')(job) || onTheWayBack(job),
		run: (job, { comment, signature }, context) =>
			moveTo(job, 'delivered', context, (at) => ({
				completed_at: at,
				geofence_entered_at: at,
				confirmation_comment: comment ?? 'Left with reception',
				confirmation_signature:
					signature === undefined
						? `https://files.example.com/radaro/signature-${job.info.order_id}.png`
						: signature,
			})),
	},
	fail: {
		label: 'Fail',
		possible: (job) => from('not_assigned', ...UNDERWAY)(job) || onTheWayBack(job),
		run: (job, { comment }, context) =>
			moveTo(job, 'failed', context, (at) => ({
				completed_at: at,
				...(comment === undefined ? {} : { error_comment: comment }),
			})),
	},
	wayBack: {
		label: 'Way back',
		aside: true,
		possible: from('in_progress'),
		run: (job, _options, context) => moveTo(job, WAY_BACK, context),
	},
	confirm: {
		label: 'Confirm',
		aside: true,
		possible: from('delivered'),
		run: (job, _options, context) => moveTo(job, 'confirmed', context),
	},
};

/** Changes the status, and whatever comes with it at the same time. */
function moveTo(
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
function assignDriver(job: Job, options: StepOptions, context: StepContext): RadaroEvent {
	const driver = options.driver ?? DRIVERS[0]?.id;
	const known = DRIVERS.some((each) => each.id === driver);
	if (driver === undefined || !known) {
		const ids = DRIVERS.map((each) => each.id).join(', ');
		throw new Refusal(409, `There is no driver ${driver}; there are: ${ids}.`);
	}
	return moveTo(job, 'assigned', context, () => ({ driver, starting_point: STARTING_POINT }));
}
