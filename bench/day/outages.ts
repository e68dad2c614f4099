import { setTimeout as sleep } from 'node:timers/promises';

import { formatDuration, type Log } from '../../runtime/progress';
import type { Random } from '../../sandbox/play/random';
import type { SentEvents } from './events';
import type { DayOptions } from './options';
import { repeatsAreOver } from './repeats';
import type { Road } from './road';
import type { DayStage } from './stage';

/** How long a killed n8n is missing before it is started again. */
const DOWN_MS = 1_000;
/** So many things happen at each service before anybody notices that n8n is gone. */
const UNNOTICED = 2;
/** The part of a day in which n8n may be killed: there must be something to lose, and something left. */
const EARLIEST = 0.1;
const LATEST = 0.9;
/** The half of the day for which n8n is down. */
const HALF = { from: 0.25, to: 0.75 };

/** When n8n is killed, and how it comes back: at random points of the day, or for half of it. */
export class Outages {
	/** How often it was killed. */
	kills = 0;
	readonly #stage: DayStage;
	readonly #road: Road;
	readonly #sent: SentEvents;
	readonly #log: Log;
	/** Counts of steps, in order. */
	readonly #killAt: number[];
	readonly #half: { from: number; to: number } | undefined;
	#current: Promise<void> = Promise.resolve();
	#failure: unknown;

	constructor(
		{ stage, road, sent, log }: { stage: DayStage; road: Road; sent: SentEvents; log: Log },
		{ kills, down }: Pick<DayOptions, 'kills' | 'down'>,
		random: Random,
	) {
		this.#stage = stage;
		this.#road = road;
		this.#sent = sent;
		this.#log = log;
		const { planned } = road;
		const points = Array.from({ length: down ? 0 : kills }, () =>
			random.between(Math.ceil(planned * EARLIEST), Math.floor(planned * LATEST)),
		);
		this.#killAt = points.sort((one, other) => one - other);
		this.#half = down
			? { from: Math.ceil(planned * HALF.from), to: Math.ceil(planned * HALF.to) }
			: undefined;
	}

	/** To be called with the number of steps so far, each time that it has grown. */
	happened(count: number): void {
		while (this.#killAt[0] !== undefined && count >= this.#killAt[0]) {
			const at = this.#killAt.shift() ?? 0;
			this.#then(async () => await this.#killed(at));
		}
		if (this.#half?.from === count) this.#then(async () => await this.#kill(count));
		if (this.#half?.to === count) this.#then(async () => await this.#back());
	}

	/** Waits until n8n is back for good. Throws what went wrong with it. */
	async over(): Promise<void> {
		await this.#current;
		if (this.#failure !== undefined) throw this.#failure;
	}

	#then(task: () => Promise<void>): void {
		this.#current = this.#current.then(task).catch((error: unknown) => {
			this.#failure ??= error;
			this.#road.release();
		});
	}

	async #killed(at: number): Promise<void> {
		this.#road.hold(UNNOTICED);
		await this.#kill(at);
		await sleep(DOWN_MS);
		await this.#back();
	}

	async #kill(at: number): Promise<void> {
		const { n8n } = this.#stage;
		this.#kills(at, n8n.pid);
		await n8n.kill();
	}

	#kills(at: number, pid: number | undefined): void {
		this.kills++;
		this.#log(`Killing n8n after ${at} steps: process ${pid ?? 0}.`);
	}

	/**
	 * Starts n8n again, and publishes the receiving workflow anew: ReadyCloud may have suspended its
	 * webhooks. RoutiGo repeats what was missed before that, as it gives up with a webhook that is removed.
	 */
	async #back(): Promise<void> {
		const { n8n } = this.#stage;
		const startedAt = Date.now();
		this.#road.hold(0);
		await n8n.restart();
		await this.#stage.listening();
		await repeatsAreOver(this.#stage, this.#sent);
		await this.#stage.publishAgain();
		this.#road.release();
		const passed = formatDuration(Date.now() - startedAt);
		this.#log(`n8n is back after ${passed}: process ${n8n.pid ?? 0}.`);
	}
}
