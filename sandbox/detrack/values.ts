import type { Json } from '../core/json';
import { VEHICLES } from './defaults';
import { fileUrl } from './fileUrls';
import { type Job, textOf } from './model';
import { canReattempt, stageOf, STATUS_LABELS, trackingCode, trackingStatus } from './status';
import { clockTime, jobAge, twelveHours } from './time';
import { todayOf, type View } from './view';

type Values = Record<string, Json>;

// Everything else that is unknown is null.
const EMPTY: Values = {
	open_to_marketplace: false,
	insurance_coverage: false,
	on_demand: false,
	use_locker: false,
	pod_lat: '',
	pod_lng: '',
	pod_address: '',
	contractor_group_name: '',
};

/** Everything that Detrack could tell of a job; times are in UTC. */
export function valuesOf(job: Job, view: View): Values {
	const { origin } = view;
	const { fields, items, milestones } = job;
	const stage = stageOf(job, todayOf(view));
	const link = `${origin}/detrack/t/ex${String(job.serial).padStart(5, '0')}`;
	const vehicle = VEHICLES.find(({ name }) => name === fields.assign_to);
	const startDate = textOf(job, 'start_date') ?? fields.date;
	return {
		...EMPTY,
		...fields,
		...fileValues(job, view),
		id: job.id,
		primary_job_status: fields.status,
		start_date: startDate,
		job_age: jobAge(fields.date, startDate),
		detrack_number: `DET${7310440000 + job.serial}`,
		tracking_status: trackingStatus(stage),
		tracking_status_code: trackingCode(job, stage),
		pod_time: podTime(textOf(job, 'pod_time')),
		items_count: items.length,
		can_reattempt: canReattempt(job),
		verification_code: 1000 + ((job.serial * 97) % 9000),
		driver_mobile_number: vehicle?.mobile_number ?? null,
		tracking_link: link,
		contactless_signature_link: `${link}?s=1`,
		booking_link: `${link}?b=1`,
		available_statuses: { ...STATUS_LABELS },
		items,
		milestones,
	};
}

/** The given keys in their order; times as `time` writes them. */
export function picked(
	values: Values,
	keys: readonly string[],
	time: (utc: string) => string,
): Values {
	return Object.fromEntries(keys.map((key) => [key, timed(key, values[key] ?? null, time)]));
}

function timed(key: string, value: Json, time: (utc: string) => string): Json {
	if (typeof value === 'string') return isTime(key) && value !== '' ? time(value) : value;
	if (key !== 'milestones' || !Array.isArray(value)) return value;
	return value.map((each) =>
		typeof each === 'object' && each !== null && !Array.isArray(each)
			? picked(each, Object.keys(each), time)
			: each,
	);
}

function isTime(key: string): boolean {
	return key.endsWith('_at') || key === 'live_eta';
}

// A job's own files; those of items stand in the items, and the POD has no address.
function fileValues(job: Job, view: View): Values {
	const files = Object.keys(job.proofs).filter((file) => /^(signature|photo)/.test(file));
	return Object.fromEntries(
		files.map((file) => [`${file.replace(/\.\w+$/, '')}_file_url`, fileUrl(job, file, view)]),
	);
}

function podTime(time: string | null): string | null {
	const known = clockTime(time);
	return known === null ? null : twelveHours(known);
}
