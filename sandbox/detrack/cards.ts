import { hint } from '../core/mask';
import type { Card, Column } from '../core/vendor';
import type { Job } from './model';
import { textOf } from './model';
import type { DetrackService } from './service';
import { stageOf, STATUS_LABELS, trackingStatus } from './status';
import { possibleSteps } from './steps';

// More would only slow the page down; the API lists them all.
const SHOWN = 100;

/** Detrack's column on the page. */
export function columnOf(service: DetrackService): Column {
	const { urls, password } = service.hooks.values;
	const today = service.today();
	return {
		name: 'detrack',
		label: 'Detrack',
		jobs: service.jobs
			.all()
			.slice(-SHOWN)
			.reverse()
			.map((job) => card(job, today)),
		jobCount: service.jobs.size,
		actions: [
			{ name: 'create-job', label: 'Create job', path: 'jobs' },
			{ name: 'create-collection', label: 'Create collection', path: 'collections' },
		],
		empty: 'No job yet. Paste the address of your trigger, save it, and create a job.',
		webhooks: {
			urls,
			tokenHint: hint(password),
			where:
				'Copy the production URL of your Detrack Trigger in n8n and paste it here; one for the whole account. In Detrack itself, that is under Settings → Webhook.',
			secret: { label: 'Basic Auth password', field: 'password' },
		},
		registered: null,
	};
}

function card(job: Job, today: string): Card {
	const { fields, items } = job;
	const stage = stageOf(job, today);
	const lines = [
		[textOf(job, 'deliver_to_collect_from'), fields.address].filter(Boolean).join(', '),
		`${fields.type} on ${fields.date}, ${trackingStatus(stage, 'article')}`,
		fields.assign_to === null ? 'No driver yet' : `Driver: ${fields.assign_to}`,
	];
	if (fields.attempt > 1) lines.push(`Attempt ${fields.attempt}`);
	const reason = textOf(job, 'reason');
	if (reason !== null) lines.push(`Reason: ${reason}`);
	for (const { sku, description, reject_quantity, reject_reason } of items) {
		const name = sku ?? description;
		if (reject_quantity > 0) lines.push(`Rejected: ${reject_quantity} × ${name}, ${reject_reason}`);
	}
	return {
		id: job.id,
		title: fields.do_number,
		lines,
		status: fields.status,
		statusLabel: STATUS_LABELS[fields.status],
		tone: tone(job),
		steps: possibleSteps(job),
	};
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
