import { hash } from 'node:crypto';

import { urlPart } from '../basic/urlPart';
import { keysOf } from '../basic/values';
import { type Status, STATUSES } from '../event/deliveryEvent';

/**
 * What is known of one job. The memory stands in the workflow's static data, of which every stored
 * execution holds a copy, so it holds digests and not what they are made of.
 */
export interface KnownJob {
	/** The vendor's id of an open job, by which it can be asked for; `null` once it is settled. */
	id: string | null;
	/** Digest of the last state, see `stateDigest`. */
	state: string;
	status: Status;
	/** How many changes of the job were seen, from 0 to 63 and round again. */
	changes: number;
	/** YYYY-MM-DD in UTC, of the last change; it is forgotten some days after it. */
	day: string;
	/** In which round through the vendor's list an open job was last seen, from 0 to 63. */
	round: number;
}

/** How it is stored: for each day one text of all jobs. */
export interface StoredJobs {
	settled: Record<string, string>;
	open: Record<string, string>;
}

/** Numbers up to 63 as one character; texts of these need no escape in JSON. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What counts and rounds come back to 0 after. */
export const WRAP = DIGITS.length;

/** 48 bits: of 20,000 jobs, two have the same key once in a million. */
const KEY_LENGTH = 8;
const STATE_LENGTH = 4;
const SETTLED_LENGTH = KEY_LENGTH + STATE_LENGTH + 2;
const OPEN_LENGTH = STATE_LENGTH + 3;

/** Four characters for a state that tell it from the other states of the same job. */
export function stateDigest(stateId: string): string {
	return hash('sha256', stateId, 'base64url').slice(0, STATE_LENGTH);
}

function keyOf(id: string): string {
	return hash('sha256', id, 'base64url').slice(0, KEY_LENGTH);
}

/** The jobs that are known, in the order in which they were last put in. */
export class JobMemory {
	readonly #jobs = new Map<string, KnownJob>();

	/** @param stored what `toStored` gave; what cannot be read in it is left out */
	constructor(stored?: unknown) {
		const { settled, open } = keysOf(stored);
		for (const [day, text] of Object.entries(keysOf(settled))) this.#readSettled(day, String(text));
		for (const [day, text] of Object.entries(keysOf(open))) this.#readOpen(day, String(text));
	}

	get size(): number {
		return this.#jobs.size;
	}

	get(id: string): KnownJob | undefined {
		return this.#jobs.get(keyOf(id));
	}

	/** Puts a job at the end; one with an id is open. */
	set(id: string, job: Omit<KnownJob, 'id'>, isOpen: boolean): void {
		this.delete(id);
		this.#jobs.set(keyOf(id), { ...job, id: isOpen ? id : null });
	}

	delete(id: string): void {
		this.#jobs.delete(keyOf(id));
	}

	/** Ids of the open jobs that were in neither this round nor the one before. */
	missedOpen(round: number): string[] {
		return [...this.#jobs.values()].flatMap((job) =>
			job.id !== null && (round - job.round + WRAP) % WRAP > 1 ? [job.id] : [],
		);
	}

	/** The count of rounds is back at one: open jobs that were last seen then stay unseen for the longest. */
	keepUnseen(round: number): void {
		for (const job of this.#jobs.values()) {
			if (job.id !== null && job.round === round) job.round = (round + 1) % WRAP;
		}
	}

	/** Forgets settled and open jobs whose day is before the given ones. */
	forgetBefore(settledDay: string, openDay: string): void {
		for (const [key, { id, day }] of this.#jobs) {
			if (day < (id === null ? settledDay : openDay)) this.#jobs.delete(key);
		}
	}

	toStored(): StoredJobs {
		const settled: Record<string, string> = {};
		const open: Record<string, string> = {};
		for (const [key, job] of this.#jobs) {
			const { id, day } = job;
			if (id === null) settled[day] = (settled[day] ?? '') + key + digestsOf(job);
			else {
				const entry = urlPart(id) + digestsOf(job) + DIGITS[job.round];
				open[day] = day in open ? `${open[day]} ${entry}` : entry;
			}
		}
		return { settled, open };
	}

	#readSettled(day: string, text: string): void {
		for (let at = 0; at + SETTLED_LENGTH <= text.length; at += SETTLED_LENGTH) {
			const key = text.slice(at, at + KEY_LENGTH);
			const digests = text.slice(at + KEY_LENGTH, at + SETTLED_LENGTH);
			this.#jobs.set(key, { ...readDigests(digests), id: null, day, round: 0 });
		}
	}

	#readOpen(day: string, text: string): void {
		for (const entry of text.split(' ')) {
			const id = decoded(entry.slice(0, -OPEN_LENGTH));
			if (id === null) continue;
			const round = numberOf(entry.at(-1));
			this.#jobs.set(keyOf(id), { ...readDigests(entry.slice(-OPEN_LENGTH)), id, day, round });
		}
	}
}

/** State, status and number of changes as six characters. */
function digestsOf({ state, status, changes }: KnownJob): string {
	return `${state}${DIGITS[STATUSES.indexOf(status)] ?? '_'}${DIGITS[changes % WRAP]}`;
}

function readDigests(text: string): Pick<KnownJob, 'state' | 'status' | 'changes'> {
	return {
		state: text.slice(0, STATE_LENGTH),
		status: STATUSES[numberOf(text[STATE_LENGTH])] ?? 'unknown',
		changes: numberOf(text[STATE_LENGTH + 1]),
	};
}

function numberOf(digit: string | undefined): number {
	return Math.max(0, DIGITS.indexOf(digit ?? ''));
}

function decoded(text: string): string | null {
	try {
		return text === '' ? null : decodeURIComponent(text);
	} catch {
		return null;
	}
}
