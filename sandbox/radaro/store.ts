import { z } from 'zod';

import type { VirtualClock } from '../core/clock';
import { isRecord } from '../core/json';
import { Stamps } from '../core/stamps';
import type { JobInput } from './input';
import type { Job } from './model';
import { newJob } from './newJob';
import type { RadaroSettings } from './settings';
import { toLocal } from './time';

const FIRST_ORDER_ID = 61204877;
const FIRST_ID = 88120;

/** Jobs as they were kept; only what the sandbox steers by is looked at. */
const storeSchema = z.object({
	jobs: z.array(z.custom<Job>(isJob)),
	nextOrderId: z.number(),
	nextId: z.number(),
});

/** The merchant's jobs. */
export class JobStore {
	#jobs = new Map<number, Job>();
	readonly #byExternalId = new Map<string, Job>();
	#nextOrderId = FIRST_ORDER_ID;
	#nextId = FIRST_ID;
	readonly #stamps: Stamps;

	constructor(clock: VirtualClock) {
		this.#stamps = new Stamps(clock);
	}

	/** The time of an event: no two are the same, as with Radaro's microseconds. */
	stamp(timeZone: string): string {
		return toLocal(this.#stamps.next(), timeZone);
	}

	nextId(): number {
		return this.#nextId++;
	}

	create(input: JobInput, key: string | null, settings: RadaroSettings): Job {
		const job = newJob(input, {
			key,
			settings,
			orderId: this.#nextOrderId++,
			now: this.stamp(settings.timeZone),
			nextId: () => this.nextId(),
		});
		this.#put(job);
		return job;
	}

	byOrderId(orderId: number): Job | undefined {
		return this.#jobs.get(orderId);
	}

	byExternalId(externalId: string): Job | undefined {
		return this.#byExternalId.get(externalId);
	}

	rename(job: Job, externalId: string): void {
		this.#byExternalId.delete(job.info.external_id ?? '');
		job.info.external_id = externalId;
		this.#put(job);
	}

	delete(job: Job): void {
		this.#jobs.delete(job.info.order_id);
		this.#byExternalId.delete(job.info.external_id ?? '');
	}

	/** Oldest first. */
	all(): Job[] {
		return [...this.#jobs.values()];
	}

	reset(): void {
		this.restore({ jobs: [], nextOrderId: FIRST_ORDER_ID, nextId: FIRST_ID });
		this.#stamps.reset();
	}

	/** Forgets the jobs; a number is never used twice, as receivers know it. */
	forget(): void {
		this.restore({ ...this.snapshot(), jobs: [] });
	}

	snapshot(): z.output<typeof storeSchema> {
		return { jobs: this.all(), nextOrderId: this.#nextOrderId, nextId: this.#nextId };
	}

	restore(data: unknown): void {
		const kept = storeSchema.parse(data);
		this.#jobs.clear();
		this.#byExternalId.clear();
		for (const job of kept.jobs) this.#put(job);
		this.#nextOrderId = kept.nextOrderId;
		this.#nextId = kept.nextId;
	}

	#put(job: Job): void {
		this.#jobs.set(job.info.order_id, job);
		if (job.info.external_id !== null) this.#byExternalId.set(job.info.external_id, job);
	}
}

function isJob(value: unknown): boolean {
	if (!isRecord(value) || !isRecord(value.info)) return false;
	return typeof value.info.order_id === 'number' && typeof value.info.status === 'string';
}
