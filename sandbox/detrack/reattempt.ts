import type { Delivery } from '../core/delivery';
import { beginJob } from './jobLife';
import type { Fields, Job } from './model';
import { DetrackProblem } from './problem';
import type { DetrackService } from './service';
import { canReattempt } from './status';

// What the first attempt has brought about stays with it.
const PROGRESS =
	/_at$|^(pod_|arrived_|reason$|received_by_sent_by$|note$|live_eta$|reattempted$|serial_number$)/;

/** Tries a failed or partly completed job again: a copy with a new id. */
export function reattempt(
	service: DetrackService,
	job: Job,
	newDate: string | undefined,
): { job: Job; sent: Promise<Delivery[]> } {
	const { jobs, settings } = service;
	if (!canReattempt(job)) {
		const message = 'Job cannot be reattempted';
		throw new DetrackProblem(settings.values.reattemptStatus, 'invalid_reattempt', message);
	}
	const at = jobs.stamp();
	const kept = Object.entries(job.fields).filter(([name]) => !PROGRESS.test(name));
	const reason = job.fields.reason ?? null;
	const fields: Fields = {
		...Object.fromEntries(kept),
		type: job.fields.type,
		do_number: job.fields.do_number,
		date: newDate ?? job.fields.date,
		address: job.fields.address,
		assign_to: job.fields.assign_to,
		status: 'dispatched',
		attempt: job.fields.attempt + 1,
		start_date: newDate ?? job.fields.date,
		last_reason: reason,
		created_at: at,
		updated_at: at,
		info_received_at: at,
	};
	job.fields.reattempted = true;
	const copy: Job = {
		id: jobs.nextId(),
		serial: jobs.nextSerial(),
		fields,
		items: job.items.map((item) => ({
			...item,
			id: jobs.nextId(),
			checked: false,
			actual_quantity: null,
			reject_quantity: 0,
			reject_reason: null,
		})),
		milestones: [],
		proofs: {},
		lastSent: null,
	};
	return { job: copy, sent: beginJob(service, copy) };
}
