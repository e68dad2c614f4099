import { z } from 'zod';

import type { VirtualClock } from '../core/clock';
import { isRecord } from '../core/json';
import type { Job } from './model';

const FIRST_ID = 0x0b0000;

/** Jobs as they were kept; only what the sandbox steers by is looked at. */
const storeSchema = z.object({
	jobs: z.array(z.custom<Job>(isJob)),
	nextId: z.number(),
	nextSerial: z.number(),
});

/** Which job is meant. */
export interface Named {
	do_number: string;
	date?: string | undefined;
	type?: string | undefined;
}

/** The account's jobs. */
export class JobStore {
	readonly #jobs = new Map<string, Job>();
	readonly #byNumber = new Map<string, Set<Job>>();
	#nextId = FIRST_ID;
	#nextSerial = 1;
	#lastStamp = 0;

	readonly #clock: VirtualClock;

	constructor(clock: VirtualClock) {
		this.#clock = clock;
	}

	/** Now, in UTC; no two are the same, so that what happened last is plain. */
	stamp(): string {
		this.#lastStamp = Math.max(this.#clock.now().getTime(), this.#lastStamp + 1);
		return new Date(this.#lastStamp).toISOString();
	}

	/** Of 24 hexadecimal digits, as Detrack's are. */
	nextId(): string {
		return `68f2a1c47b90de51c3${(this.#nextId++).toString(16).padStart(6, '0')}`;
	}

	/** A number for a job that came without one. */
	autoNumber(): string {
		return `DET${this.#nextSerial}`;
	}

	nextSerial(): number {
		return this.#nextSerial++;
	}

	add(job: Job): void {
		this.#jobs.set(job.id, job);
		const { do_number } = job.fields;
		const same = this.#byNumber.get(do_number);
		if (same) same.add(job);
		else this.#byNumber.set(do_number, new Set([job]));
	}

	delete(job: Job): void {
		this.#jobs.delete(job.id);
		this.#unlist(job);
	}

	rename(job: Job, doNumber: string): void {
		this.#unlist(job);
		job.fields.do_number = doNumber;
		this.add(job);
	}

	byId(id: string): Job | undefined {
		return this.#jobs.get(id);
	}

	/** The job that is meant: the one with the latest date, and of these the newest. */
	find({ do_number, date, type }: Named): Job | undefined {
		return [...(this.#byNumber.get(do_number) ?? [])]
			.filter(
				({ fields }) =>
					(date === undefined || fields.date === date) &&
					(type === undefined || fields.type === type),
			)
			.sort((a, b) => b.fields.date.localeCompare(a.fields.date) || b.serial - a.serial)[0];
	}

	/** Whether a number is used up on that date. */
	isTaken(named: { do_number: string; date: string }, except?: Job): boolean {
		return [...(this.#byNumber.get(named.do_number) ?? [])].some(
			(job) => job !== except && job.fields.date === named.date,
		);
	}

	/** Oldest first. */
	all(): Job[] {
		return [...this.#jobs.values()];
	}

	get size(): number {
		return this.#jobs.size;
	}

	reset(): void {
		this.restore({ jobs: [], nextId: FIRST_ID, nextSerial: 1 });
		this.#lastStamp = 0;
	}

	/** Forgets the jobs; a number is never used twice, as receivers know it. */
	forget(): void {
		this.restore({ ...this.snapshot(), jobs: [] });
	}

	snapshot(): z.output<typeof storeSchema> {
		return { jobs: this.all(), nextId: this.#nextId, nextSerial: this.#nextSerial };
	}

	restore(data: unknown): void {
		const kept = storeSchema.parse(data);
		this.#jobs.clear();
		this.#byNumber.clear();
		for (const job of kept.jobs) this.add(job);
		this.#nextId = kept.nextId;
		this.#nextSerial = kept.nextSerial;
	}

	#unlist(job: Job): void {
		const same = this.#byNumber.get(job.fields.do_number);
		same?.delete(job);
		if (same?.size === 0) this.#byNumber.delete(job.fields.do_number);
	}
}

function isJob(value: unknown): boolean {
	if (!isRecord(value) || !isRecord(value.fields)) return false;
	const lists = [value.items, value.milestones];
	return typeof value.fields.do_number === 'string' && lists.every(Array.isArray);
}
