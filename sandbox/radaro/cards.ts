import type { Card, Column } from '../core/vendor';
import { DRIVERS } from './defaults';
import { STATUS_LABELS, type Job } from './job';
import type { RadaroService } from './service';
import { possibleSteps } from './steps';

// More would only slow the page down; the API lists them all.
const SHOWN = 100;

/** Radaro's column on the page. */
export function columnOf(service: RadaroService): Column {
	return {
		name: 'radaro',
		label: 'Radaro',
		jobs: service.jobs.all().slice(0, SHOWN).map(card),
		jobCount: service.jobs.size,
		actions: [{ name: 'create-job', label: 'Create job', path: 'jobs' }],
		empty: 'No job yet. Paste the address of your trigger, save it, and create a job.',
		webhooks: {
			...service.webhooks.masked(),
			where:
				'Copy the production URL of your Radaro Trigger in n8n and paste it here; several are separated by spaces. In Radaro itself, that is under Settings → General → API Settings.',
			secret: { label: 'Verification token', field: 'token' },
		},
		registered: null,
	};
}

function card(job: Job): Card {
	const { info } = job;
	const driver = DRIVERS.find((each) => each.id === info.driver);
	const lines = [
		info.customer.name,
		info.deliver_address.address || info.deliver_address.location,
		driver ? `Driver: ${driver.name}` : 'No driver yet',
	];
	if (info.rating !== null)
		lines.push(`Rated ${info.rating} of 10: ${info.customer_comment ?? ''}`);
	return {
		id: String(info.order_id),
		title: info.external_id ?? `Job ${info.order_id}`,
		lines,
		status: info.status,
		statusLabel: STATUS_LABELS[info.status] ?? info.status,
		tone: tone(info.status),
		steps: possibleSteps(job),
	};
}

function tone(status: string): Card['tone'] {
	if (status === 'delivered' || status === 'confirmed') return 'good';
	if (status === 'failed') return 'bad';
	return status === 'pending' || status === 'not_assigned' ? 'waiting' : 'moving';
}
