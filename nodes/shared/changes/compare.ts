import { dayAfter, instantOf } from '../basic/times';
import type { DeliveryEvent, EventName, JobColumns, Status } from '../event/deliveryEvent';
import { eventIdOf, eventOfState } from '../event/deliveryRow';
import { type ChangesMemory, oldestDay } from './changesMemory';
import type { JobTimes } from './changesVendor';
import { type KnownJob, stateDigest, WRAP } from './jobMemory';

/** A job as it was seen just now. */
export interface SeenJob {
	row: JobColumns;
	times: JobTimes;
}

/**
 * Compares a job with what is remembered of it, and remembers it as it is now.
 *
 * @returns the row of its change; `null` where it is no news
 */
export function changeOf(
	memory: ChangesMemory,
	{ row, times }: SeenJob,
	now: Date,
): DeliveryEvent | null {
	const id = jobIdOf(row);
	const known = memory.jobs.get(id);
	const isSettled = row.outcome !== 'pending';
	const today = now.toISOString().slice(0, 10);
	const state = stateDigest(row.stateId);
	const isNews = known === undefined || known.state !== state;
	const lastDay = lastDayOf(times, today);
	// It may have been known and forgotten since, so that nobody can say whether it is news.
	const isOld = known === undefined && lastDay < oldestDay(memory, now, isSettled);
	if (isOld) return null;
	const changes = known === undefined ? 0 : (known.changes + (isNews ? 1 : 0)) % WRAP;
	const day = latest(known?.day, known !== undefined && isNews ? today : undefined, lastDay);
	const { status } = row;
	memory.jobs.set(id, { state, status, changes, day, round: memory.round }, !isSettled);
	if (!isNews) return null;
	if (known === undefined && !isNewsOfUnknown(memory, { row, times }, now)) return null;
	return {
		...eventOfState(row, now.toISOString()),
		event: eventNameOf(memory, { row, times }, known, now),
		eventId: eventIdFor(row, times, changes),
	};
}

/** The row of a job as if nothing were remembered of it. */
export function sampleOf({ row, times }: SeenJob, now: Date): DeliveryEvent {
	const event: EventName = NOT_BEGUN.includes(row.status) ? 'job_created' : 'status_changed';
	return { ...eventOfState(row, now.toISOString()), event, eventId: eventIdFor(row, times, 0) };
}

/** What a job is remembered by. */
export function jobIdOf({ jobId, reference, stateId }: JobColumns): string {
	return jobId ?? reference ?? stateId;
}

/**
 * Whether the state of a job that was never seen is news: only if something changed since everything
 * is known. Where the vendor gives no time, the whole list must have been read before, so that it can
 * only be new.
 */
function isNewsOfUnknown(
	memory: ChangesMemory,
	{ row: { status, outcome }, times }: SeenJob,
	now: Date,
): boolean {
	const { createdAt, changedAt, settledAt, day } = times;
	const isSettled = outcome !== 'pending';
	// A rating, say, changes a job that was settled and told long ago.
	if (isSettled && settledAt !== null && dayOf(settledAt) < oldestDay(memory, now, true)) {
		return false;
	}
	// So does another deadline one that is as it was created; one with a day may only now come into sight.
	if (status === 'created' && day === null && mayBeForgotten(memory, times, now)) return false;
	const time = changedAt ?? createdAt;
	return time === null ? memory.isSurveyed : isSince(time, memory.knownSince);
}

/** Statuses of a job with which nothing has been done yet. */
const NOT_BEGUN: readonly Status[] = ['created', 'scheduled'];

function eventNameOf(
	memory: ChangesMemory,
	{ row: { status }, times }: SeenJob,
	known: KnownJob | undefined,
	now: Date,
): EventName {
	if (known !== undefined) return known.status === status ? 'job_updated' : 'status_changed';
	const { createdAt } = times;
	const isNew = createdAt === null || isSince(createdAt, memory.knownSince);
	const isCreated = isNew && NOT_BEGUN.includes(status) && !mayBeForgotten(memory, times, now);
	return isCreated ? 'job_created' : 'status_changed';
}

/**
 * Whether a job that is not remembered may have been told when it was created, and was forgotten since:
 * something changed of it, but it is older than what is remembered of open jobs.
 */
function mayBeForgotten(
	memory: ChangesMemory,
	{ createdAt, changedAt }: JobTimes,
	now: Date,
): boolean {
	// Until all jobs were seen once, there is nothing to forget.
	if (!memory.isSurveyed) return false;
	const oldest = oldestDay(memory, now, false);
	const created = dayOf(createdAt ?? '');
	return created !== '' && created < oldest && dayOf(changedAt ?? '') >= oldest;
}

/**
 * The same for a change that is found twice, as after a crash, and another one when the state comes
 * again later: by its time, and by the number of the change where that time stands still.
 */
function eventIdFor(
	{ stateId }: JobColumns,
	{ changedAt, settledAt }: JobTimes,
	changes: number,
): string {
	const change = eventIdOf('change', stateId, settledAt ?? changedAt, changes);
	return `state-${stateId}-${change.slice(0, 8)}`;
}

/** Whether a time is not before another; a vendor that tells no fractions cuts its seconds off. */
function isSince(time: string, milliseconds: number): boolean {
	const since = /:\d\d\.\d/.test(time) ? milliseconds : Math.floor(milliseconds / 1000) * 1000;
	return instantOf(time) >= since;
}

/** The day of the last change, at most a month ahead: nothing may be kept for ever. */
function lastDayOf({ createdAt, changedAt, day }: JobTimes, today: string): string {
	const time = changedAt ?? createdAt;
	const last = latest(time === null ? today : dayOf(time), day ?? undefined);
	return last > today ? earliest(last, dayAfter(today, DAYS_AHEAD)) : last;
}

const DAYS_AHEAD = 31;

/** YYYY-MM-DD in UTC; an empty text, which is before every day, for what is no time. */
function dayOf(time: string): string {
	const at = instantOf(time);
	return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10);
}

function latest(...days: Array<string | undefined>): string {
	return days.reduce<string>((last, day = '') => (day > last ? day : last), '');
}

function earliest(a: string, b: string): string {
	return a < b ? a : b;
}
