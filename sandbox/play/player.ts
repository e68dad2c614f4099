import { setTimeout as delay } from 'node:timers/promises';

import { Refusal } from '../core/refusal';
import type { Vendor } from '../core/vendor';
import type { PlayReport } from './call';
import { type Happening, planDay, share } from './plan';
import { count, noProgress, type Progress, type VendorProgress } from './progress';
import { SCRIPTS } from './scripts';

const PROBLEMS_KEPT = 10;

export interface PlayOptions {
	/** Over all vendors. */
	jobs: number;
	seed: number;
	/** Milliseconds from one thing that happens at a vendor to the next. */
	pace: number;
}

/** Plays a day: drives jobs through all vendors, by the same interface as the page. */
export class Player {
	#progress: Progress | null = null;
	#stop = new AbortController();
	#running: Promise<unknown> = Promise.resolve();

	readonly #vendors: ReadonlyArray<Pick<Vendor, 'name'>>;
	readonly #call: (path: string, body: Record<string, unknown>) => Promise<PlayReport>;

	constructor(
		vendors: ReadonlyArray<Pick<Vendor, 'name'>>,
		call: (path: string, body: Record<string, unknown>) => Promise<PlayReport>,
	) {
		this.#vendors = vendors;
		this.#call = call;
	}

	progress(): Progress | null {
		return this.#progress;
	}

	/** Begins a day; refuses a second one while the first goes on. */
	start({ jobs, seed, pace }: PlayOptions): Progress {
		if (this.#progress?.state === 'running') {
			throw new Refusal(409, 'A day is being played already. Wait for its end, or stop it.');
		}
		const names = this.#vendors.map(({ name }) => name).filter((name) => name in SCRIPTS);
		const today = new Date().toISOString().slice(0, 10);
		const days = names.map((name, index) => {
			const script = SCRIPTS[name];
			const own = share(jobs, names.length, index);
			return script ? planDay(script, name, { jobs: own, seed, today }) : [];
		});
		const progress: Progress = {
			...noProgress(),
			state: 'running',
			seed,
			pace,
			jobsPlanned: jobs,
			stepsPlanned: days.flat().length,
			startedAt: new Date().toISOString(),
			endedAt: null,
			vendors: Object.fromEntries(names.map((name) => [name, noProgress()])),
			problems: [],
		};
		this.#progress = progress;
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		const lanes = names.map((name, index) => this.#lane(name, days[index] ?? [], progress, signal));
		this.#running = Promise.all(lanes).then(() => {
			progress.state = signal.aborted ? 'stopped' : 'done';
			progress.endedAt = new Date().toISOString();
		});
		return progress;
	}

	/** Ends the day early; what is on its way is waited for. */
	async stop(): Promise<void> {
		this.#stop.abort();
		await this.#running;
	}

	/** Ends it and has no day to show any more. */
	async forget(): Promise<void> {
		await this.stop();
		this.#progress = null;
	}

	/** One vendor's day: one thing after the other, each with the answers to its webhooks. */
	async #lane(
		name: string,
		day: readonly Happening[],
		progress: Progress,
		signal: AbortSignal,
	): Promise<void> {
		const own = progress.vendors[name] ?? noProgress();
		for (const happening of day) {
			if (signal.aborted) return;
			if (happening.job.lost) continue;
			try {
				await this.#happen(name, happening, [progress, own]);
			} catch (error) {
				happening.job.lost = true;
				const text = error instanceof Error ? error.message : String(error);
				if (progress.problems.length < PROBLEMS_KEPT) progress.problems.push(`${name}: ${text}`);
			}
			await delay(progress.pace, undefined, { signal }).catch(() => undefined);
		}
	}

	async #happen(
		vendor: string,
		{ job, step }: Happening,
		counted: readonly VendorProgress[],
	): Promise<void> {
		const { name, options, optional } = read(step);
		const skipped = name !== undefined && optional && !job.possible?.includes(name);
		if (skipped) return counted.forEach((each) => void each.steps++);
		const report =
			name === undefined
				? await this.#call(`${vendor}/${job.path}`, job.body)
				: await this.#call(`${vendor}/jobs/${job.id ?? ''}/steps/${name}`, options);
		job.id = report.id;
		job.possible = report.steps.map((each) => each.name);
		for (const each of counted) count(each, name === undefined, report);
	}
}

function read(step: Happening['step']): {
	name?: string;
	options: Record<string, unknown>;
	optional: boolean;
} {
	if (step === undefined || typeof step === 'string') {
		return { name: step, options: {}, optional: false };
	}
	if ('maybe' in step) return { name: step.maybe, options: {}, optional: true };
	return { name: step[0], options: step[1], optional: false };
}
