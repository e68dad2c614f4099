import { jobsOf } from '../core/jobs';
import type { Card } from '../core/vendor';
import { DRIVER_STEPS } from './driverSteps';
import { jobView } from './jobView';
import { type Job, textOf } from './model';
import { OFFICE_STEPS } from './officeSteps';
import type { DetrackService } from './service';
import { STATUS_LABELS } from './status';
import { isUnderway, type StepOptions, stepOptionsSchema } from './step';

/** Jobs, and what happens to them in the dashboard and in the drivers' app. */
export const JOBS = jobsOf<DetrackService, Job, StepOptions>({
	word: 'job',
	all: ({ jobs }) => jobs.all(),
	find: ({ jobs }, id) => jobs.byId(id) ?? jobs.find({ do_number: id }),
	idOf: ({ id }) => id,
	inWords: ({ fields }) => `a job that is "${STATUS_LABELS[fields.status]}"`,
	view: (job, service) => jobView(job, service.view()),
	card: (job) => ({
		title: job.fields.do_number,
		lines: linesOf(job),
		status: job.fields.status,
		statusLabel: STATUS_LABELS[job.fields.status],
		tone: tone(job),
	}),
	states: (job) => [
		{
			id: job.id,
			reference: job.fields.do_number,
			status: job.fields.status,
			isDelivered: job.fields.type === 'Delivery' && job.fields.status === 'completed',
			email: textOf(job, 'notify_email'),
		},
	],
	steps: { ...OFFICE_STEPS, ...DRIVER_STEPS },
	options: stepOptionsSchema,
});

function linesOf(job: Job): string[] {
	const { fields, items } = job;
	const lines = [
		[textOf(job, 'deliver_to_collect_from'), fields.address].filter(Boolean).join(', '),
		`${fields.type} on ${fields.date}`,
		fields.assign_to === null ? 'No driver yet' : `Driver: ${fields.assign_to}`,
	];
	const place = placeOf(job);
	if (place !== null) lines.push(place);
	if (fields.attempt > 1) lines.push(`Attempt ${fields.attempt}`);
	const reason = textOf(job, 'reason');
	if (reason !== null) lines.push(`Reason: ${reason}`);
	for (const { sku, description, reject_quantity, reject_reason } of items) {
		const name = sku ?? description;
		if (reject_quantity > 0) lines.push(`Rejected: ${reject_quantity} × ${name}, ${reject_reason}`);
	}
	return lines;
}

/** How far the driver is, as long as nothing is done. */
function placeOf(job: Job): string | null {
	if (!isUnderway(job)) return null;
	if (job.fields.arrived_at) return 'The driver has arrived';
	return job.fields.head_to_delivery_at ? 'The driver is heading there' : null;
}

function tone({ fields }: Job): Card['tone'] {
	switch (fields.status) {
		case 'completed':
			return 'good';
		case 'completed_partial':
		case 'failed':
		case 'return':
			return 'bad';
		case 'dispatched':
			return fields.assign_to === null ? 'waiting' : 'moving';
		default:
			return 'waiting';
	}
}
