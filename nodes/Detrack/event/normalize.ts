import { idOrNull, integerOrNull, textOrNull } from '../../shared/basic/values';
import type {
	DeliveryEvent,
	JobColumns,
	Occurrence,
	Status,
} from '../../shared/event/deliveryEvent';
import { deliveryRow, eventIdOf, jobRow, type State } from '../../shared/event/deliveryRow';
import { columnsOf } from './columns';
import { occurredAtOf } from './jobTimes';
import type { DetrackJob, DetrackPayload } from './schema';
import { stageOf, statusOf } from './statuses';

/**
 * One notification of Detrack as a delivery event, whichever version of the payload came. What the
 * columns of the job are made from is in `columns.ts`.
 *
 * @param receivedAt ISO 8601 instant of the arrival; it never enters the `eventId`
 */
export function normalizeDetrack(
	{ job, today }: DetrackPayload,
	occurrence: Occurrence,
	receivedAt: string,
): DeliveryEvent {
	const { event } = occurrence;
	// What was last recorded of a job is not when it was deleted.
	const occurredAt = event === 'job_deleted' ? null : occurredAtOf(job);
	// A driver who is on the way to the goods is not arriving at who gets them.
	const isArriving = event !== 'driver_arriving' || stageOf(job, today) !== 'head_to_goods';
	const settled = isArriving ? STATUS_AFTER[event] : undefined;
	const known = {
		...columnsOf(job),
		eventId: eventIdOf(...identityOf(job, occurrence, occurredAt)),
		event,
		eventName: occurrence.name,
		occurredAt,
		receivedAt,
	};
	const status = settled ?? statusOf(job, today);
	return deliveryRow('detrack', status, known, stateOf(job, status));
}

/**
 * A job as an answer of the API gives it, in the same columns.
 *
 * @param today YYYY-MM-DD, which counts only where a job has a tracking status that is not known
 */
export function normalizeDetrackJob(job: DetrackJob, today: string | null = null): JobColumns {
	const known = { ...columnsOf(job), occurredAt: occurredAtOf(job) };
	const status = statusOf(job, today);
	return jobRow('detrack', status, known, stateOf(job, status));
}

/**
 * What makes a state of a job. Payload version 1 has no id, and the day of asking may not count: all that
 * hangs on it is whether a job is scheduled.
 */
function stateOf(job: DetrackJob, status: Status): State {
	return {
		job: idOrNull(job.id) ?? [job.do_number, job.date, job.type].map(idOrNull),
		status: status === 'scheduled' ? statusOf(job, null) : status,
		reason: textOrNull(job.reason),
	};
}

/** The events that settle the status by themselves, whatever the job says. */
const STATUS_AFTER: Partial<Record<DeliveryEvent['event'], Status>> = {
	job_deleted: 'cancelled',
	driver_arriving: 'arriving',
};

/**
 * What makes a notification that event: Detrack gives neither an id nor what changed. So these are the
 * job, the event, its time and what an event may change; of a job that has no number, all of it.
 */
function identityOf(
	job: DetrackJob,
	{ event, choices }: Occurrence,
	occurredAt: string | null,
): unknown[] {
	const id = idOrNull(job.id);
	const number = idOrNull(job.do_number);
	if (id === null && number === null) return ['detrack', event, choices, job];
	return [
		'detrack',
		id ?? [number, textOrNull(job.type)],
		event,
		choices,
		occurredAt,
		textOrNull(job.status),
		textOrNull(job.date),
		integerOrNull(job.attempt),
		textOrNull(job.assign_to),
		textOrNull(job.reason),
		textOrNull(job.pod_at),
		idOrNull(job.head_to_delivery_at) ?? idOrNull(job.head_to_pick_up_at),
	];
}
