import { zoned } from '../core/zones';
import { photo, SIGNATURE } from './files';
import type { Job, Status } from './model';
import type { DetrackService } from './service';
import type { StepOptions } from './step';

const [LAT, LNG] = [-27.449871, 153.046215];

/** Notes where the driver has arrived. */
export function arrive(job: Job, service: DetrackService): void {
	Object.assign(job.fields, {
		arrived_lat: LAT,
		arrived_lng: LNG,
		arrived_address: job.fields.address,
		arrived_at: service.jobs.stamp(),
	});
}

/** Ends a job as the driver's app does, at the present time and place. */
export function finish(
	job: Job,
	status: Status,
	{ note, reason }: StepOptions,
	service: DetrackService,
): void {
	const { timeZone } = service.settings.values;
	if (!job.fields.arrived_at) arrive(job, service);
	const at = service.jobs.stamp();
	Object.assign(job.fields, {
		status,
		reason: reason ?? null,
		note: note ?? null,
		pod_at: at,
		pod_time: zoned(new Date(at), timeZone).slice(11, 16),
		pod_lat: String(LAT),
		pod_lng: String(LNG),
		pod_address: job.fields.address,
		address_tracked_at: at,
		live_eta: null,
	});
}

/** Adds a signature and photos, which are to be had right away. */
export function sign(
	job: Job,
	{ received_by = 'P. Natarajan', photos = 1 }: StepOptions,
	service: DetrackService,
): void {
	job.fields.received_by_sent_by = received_by;
	job.fields.signed_at = service.jobs.stamp();
	job.proofs[SIGNATURE] = { bytes: null };
	for (let number = 1; number <= photos; number++) addPhoto(job, number, service);
}

/** Adds one photo. */
export function addPhoto(job: Job, number: number, service: DetrackService): void {
	job.fields[`photo_${number}_at`] = service.jobs.stamp();
	job.proofs[photo(number)] = { bytes: null };
}
