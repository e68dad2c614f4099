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
	/** Why an open job could not be asked for. The others and the list go on without it. */
	problem: NodeApiError | null;
}

/**
 * What one poll does: asks for open jobs that the vendor's list left out, goes on reading the list where
 * the last one stopped, and gathers what changed. `memory` is as it was where this throws half-way
 * only if it is thrown away then; it belongs to this poll alone.
 *
 * @param now counts as the time of the poll
 * @throws what the source throws, except that there were too many requests, or that one job cannot be had
 */
export async function survey(
	source: JobSource,
	memory: ChangesMemory,
	allowance: Allowance,
	now: Date,
): Promise<Surveyed> {
	const { ask } = source;
	const changes: Change[] = [];
	let requests = 0;
	let refusal: NodeApiError | null = null;
	let problem: NodeApiError | null = null;
	const mayAsk = (most: number): boolean =>
		refusal === null && requests < most && allowance.clock() < allowance.until;
	/** What comes, or `undefined` where there were too many requests, which ends the poll. */
	const received = async <Value>(coming: Promise<Value>): Promise<Value | undefined> => {
		requests++;
		return await coming.catch((error: unknown) => {
			if (!(error instanceof NodeApiError) || error.httpCode !== '429') throw error;
			refusal = error;
			return undefined;
		});
	};
	/** Compares a job, and gives what it is remembered by. */
	const look = (job: IDataObject): string => {
		const row = source.row(job);
		const times = source.timesOf(job);
		const change = changeOf(memory, { row, times }, now);
		if (memory.isLearning) memory.learn(times.changedAt ?? times.createdAt, now);
		else if (change !== null) changes.push({ row: change, job });
		return jobIdOf(row);
	};
	const askForMissed = async (most: number): Promise<void> => {
		if (ask === undefined) return;
		for (const id of memory.missedOpen()) {
			if (problem !== null || !mayAsk(most)) return;
			const job = await received(ask(id)).catch((error: unknown) => {
				if (!(error instanceof NodeApiError)) throw error;
				problem = error;
				return undefined;
			});
			if (refusal === null) memory.asked = id;
			if (job === undefined) return;
			// A job of another number is not the one that was asked for.
			if (job === null || jobIdOf(source.row(job)) !== id) memory.jobs.delete(id);
			else look(job);
		}
	};
	// Before the list, so that a long or slow one does not keep open jobs waiting for ever.
	await askForMissed(memory.takeTurn(allowance.requests));
	for (let isRead = false; !isRead && mayAsk(allowance.requests);) {
		const part = await received(source.list(memory.place, !memory.isSurveyed));
		if (part === undefined) break;
		// A server that knows no pages gives the same one for ever.
		const mark = eventIdOf('part', part.jobs.map(look)).slice(0, 8);
		isRead = part.next === null || memory.place?.mark === mark;
		if (isRead) memory.endRound();
		else memory.place = { ...part.next, mark };
	}
	await askForMissed(allowance.requests);
	return { changes, requests, refusal, problem };
}
