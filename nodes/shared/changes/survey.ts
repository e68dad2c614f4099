import { type IDataObject, NodeApiError } from 'n8n-workflow';

import type { DeliveryEvent } from '../event/deliveryEvent';
import { eventIdOf } from '../event/deliveryRow';
import type { ChangesMemory } from './changesMemory';
import type { JobSource } from './changesVendor';
import { changeOf, jobIdOf } from './compare';

/** A change, and the job as the vendor gave it. */
export interface Change {
	row: DeliveryEvent;
	job: IDataObject;
}

/** What one poll may use up. */
export interface Allowance {
	requests: number;
	/** Milliseconds since 1970, after which no further request is sent. */
	until: number;
	/** The time in milliseconds. */
	clock(): number;
}

export interface Surveyed {
	changes: Change[];
	requests: number;
	/** The refusal because of too many requests, where one ended the poll early. */
	refusal: NodeApiError | null;
}

/**
 * What one poll does: goes on reading the vendor's list where the last one stopped, asks for open jobs
 * that the list left out, and gathers what changed. `memory` is as it was where this throws half-way
 * only if it is thrown away then; it belongs to this poll alone.
 *
 * @param now counts as the time of the poll
 * @throws what the source throws, except that there were too many requests
 */
export async function survey(
	source: JobSource,
	memory: ChangesMemory,
	allowance: Allowance,
	now: Date,
): Promise<Surveyed> {
	const changes: Change[] = [];
	let requests = 0;
	const mayAsk = (most: number): boolean => requests < most && allowance.clock() < allowance.until;
	/** Compares a job, and gives what it is remembered by. */
	const look = (job: IDataObject): string => {
		const row = source.row(job);
		const times = source.timesOf(job);
		const change = changeOf(memory, { row, times }, now);
		if (memory.isLearning) memory.learn(times.changedAt ?? times.createdAt, now);
		else if (change !== null) changes.push({ row: change, job });
		return jobIdOf(row);
	};
	// Some requests are left for open jobs, so that a long list does not keep them waiting.
	const most = Math.max(1, allowance.requests - keptForMissed(source, memory, allowance));
	for (let isRead = false; !isRead && mayAsk(most);) {
		requests++;
		const part = await unlessTooMany(source.list(memory.place, !memory.isSurveyed));
		if (part instanceof NodeApiError) return { changes, requests, refusal: part };
		// A server that knows no pages gives the same one for ever.
		const mark = eventIdOf('part', part.jobs.map(look)).slice(0, 8);
		isRead = part.next === null || memory.place?.mark === mark;
		if (isRead) memory.endRound();
		else memory.place = { ...part.next, mark };
	}
	for (const id of source.ask === undefined ? [] : memory.jobs.missedOpen(memory.round)) {
		if (!mayAsk(allowance.requests)) break;
		requests++;
		const job = (await unlessTooMany(source.ask?.(id) ?? NONE)) ?? null;
		if (job instanceof NodeApiError) return { changes, requests, refusal: job };
		// A job of another number is not the one that was asked for.
		if (job === null || jobIdOf(source.row(job)) !== id) memory.jobs.delete(id);
		else look(job);
	}
	return { changes, requests, refusal: null };
}

const NONE = Promise.resolve(null);

/** What comes, or the refusal because of too many requests. */
async function unlessTooMany<Value>(coming: Promise<Value>): Promise<Value | NodeApiError> {
	return await coming.catch((error: unknown) => {
		if (error instanceof NodeApiError && error.httpCode === '429') return error;
		throw error;
	});
}

function keptForMissed(source: JobSource, memory: ChangesMemory, { requests }: Allowance): number {
	if (source.ask === undefined) return 0;
	const missed = memory.jobs.missedOpen(memory.round).length;
	return Math.min(missed, Math.floor(requests / 4));
}
