import { setTimeout as sleep } from 'node:timers/promises';

import type { Delivery } from '../../sandbox/core/delivery';
import { type Happening, planDay, share } from '../../sandbox/play/plan';
import { SCRIPTS } from '../../sandbox/play/scripts';
import { type DayJob, newJob, note } from './jobs';
import { MADE } from './states';

/** From one thing that happens at a service to the next. */
const PACE_MS = 50;
const LOOK_MS = 100;

interface Report {
	id: string;
	job: unknown;
	steps: Array<{ name: string }>;
	deliveries: Delivery[];
}

type Control = (path: string, body: Record<string, unknown>) => Promise<Report>;

export interface RoadOptions {
	jobs: number;
	seed: number;
	/** Today, such as 2026-01-31. */
	today: string;
	/** Drives the sandbox: a path below /control, and its body. */
	control: Control;
	/** Called with the number of things that have happened, each time that it has grown. */
	onHappened?: (count: number) => void;
	signal?: AbortSignal;
}

/** The day of all services on the road, one after the other at each, and all services at once. */
export class Road {
	readonly jobs: DayJob[] = [];
	/** RoutiGo's tours as they stand, by their ids. */
	readonly tours = new Map<string, unknown>();
	/** How many things are to happen. */
	readonly planned: number;
	/** Steps that the sandbox refused, in its words. */
	readonly refusals: string[] = [];
	#happened = 0;
	/** How many things may happen at each service before it waits; without, all. */
	#allowed: Map<string, number> | undefined;
	readonly #days: Array<{ vendor: string; happenings: Happening[] }>;
	readonly #options: RoadOptions;

	constructor(options: RoadOptions) {
		const { jobs, seed, today } = options;
		this.#options = options;
		const scripts = Object.entries(SCRIPTS);
		this.#days = scripts.map(([vendor, script], index) => {
			const plan = { jobs: share(jobs, scripts.length, index), seed, today };
			return { vendor, happenings: planDay(script, vendor, plan) };
		});
		this.planned = this.#days.reduce((sum, { happenings }) => sum + happenings.length, 0);
	}

	/** Plays the day to its end. */
	async play(): Promise<void> {
		await Promise.all(this.#days.map(({ vendor, happenings }) => this.#lane(vendor, happenings)));
	}

	/** Lets so many more things happen at each service, and then waits for `release`. */
	hold(more: number): void {
		this.#allowed = new Map(this.#days.map(({ vendor }) => [vendor, more]));
	}

	release(): void {
		this.#allowed = undefined;
	}

	async #lane(vendor: string, happenings: readonly Happening[]): Promise<void> {
		const made = new Map<object, DayJob>();
		for (const happening of happenings) {
			if (!(await this.#turn(vendor))) return;
			await this.#happen(vendor, happening, made);
			this.#options.onHappened?.(++this.#happened);
			await sleep(PACE_MS);
		}
	}

	/** Waits until something may happen; false where the day ends early. */
	async #turn(vendor: string): Promise<boolean> {
		const { signal } = this.#options;
		while (!signal?.aborted) {
			const left = this.#allowed?.get(vendor);
			if (left === undefined) return true;
			if (left > 0) {
				this.#allowed?.set(vendor, left - 1);
				return true;
			}
			await sleep(LOOK_MS);
		}
		return false;
	}

	async #happen(
		vendor: string,
		{ job: planned, step }: Happening,
		made: Map<object, DayJob>,
	): Promise<void> {
		const known = made.get(planned);
		const { name, body, optional } = read(step);
		const skipped = planned.lost || (optional && !planned.possible?.includes(name));
		if (skipped) return;
		const path = known ? `${vendor}/jobs/${known.id}/steps/${name}` : `${vendor}/${planned.path}`;
		try {
			const report = await this.#options.control(path, known ? body : planned.body);
			const job = known ?? newJob(vendor, { ...planned, id: report.id });
			planned.possible = report.steps.map((each) => each.name);
			if (!known) {
				made.set(planned, job);
				this.jobs.push(job);
			}
			this.jobs.push(...note(job, name, report.deliveries));
			if (vendor === 'routigo') this.tours.set(report.id, report.job);
		} catch (error) {
			planned.lost = true;
			this.refusals.push(`${vendor}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
}

function read(step: Happening['step']): {
	name: string;
	body: Record<string, unknown>;
	optional: boolean;
} {
	if (step === undefined) return { name: MADE, body: {}, optional: false };
	if (typeof step === 'string') return { name: step, body: {}, optional: false };
	if ('maybe' in step) return { name: step.maybe, body: {}, optional: true };
	return { name: step[0], body: step[1], optional: false };
}
