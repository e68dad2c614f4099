import { setTimeout as sleep } from 'node:timers/promises';

import type { N8n } from '../../runtime/n8n';
import type { Log } from '../../runtime/progress';
import type { QueueN8n } from '../../runtime/queue';

type Victim = 'worker' | 'processor' | 'main';

/** What may be killed in a run, in this order. */
export const KILLS = {
	none: [],
	worker: ['worker'],
	processor: ['processor'],
	main: ['main'],
	all: ['worker', 'processor', 'main'],
} satisfies Record<string, Victim[]>;
export type Kill = keyof typeof KILLS;

const NAMES: Record<Victim, string> = {
	worker: 'a worker',
	processor: 'a webhook processor',
	main: 'the main',
};
/** How long a killed process is missing before it is started again. */
const DOWN_MS = 2_000;

/**
 * Kills processes of a queue, the victims spread evenly over a number of events, and starts them
 * again. The other one of two goes on.
 */
export class Killer {
	readonly #queue: QueueN8n;
	readonly #log: Log;
	readonly #plan: Array<{ victim: Victim; after: number }>;
	readonly #deaths: Array<Promise<void>> = [];

	constructor(queue: QueueN8n, { kill, events }: { kill: Kill; events: number }, log: Log) {
		this.#queue = queue;
		this.#log = log;
		const victims: Victim[] = KILLS[kill];
		this.#plan = victims.map((victim, index) => ({
			victim,
			after: Math.ceil((events * (index + 1)) / (victims.length + 1)),
		}));
	}

	/** To be called with the number of events that were answered 200, each time that it has grown. */
	answered(count: number): void {
		while (this.#plan[0] && count >= this.#plan[0].after) {
			const { victim } = this.#plan.shift() ?? {};
			if (!victim) return;
			const death = this.#kill(victim, count);
			// A failure is for allAreBack() to tell, however late that is asked.
			death.catch(() => {});
			this.#deaths.push(death);
		}
	}

	/** Waits until all that were killed are back. Throws a UserError where one does not start again. */
	async allAreBack(): Promise<void> {
		await Promise.all(this.#deaths);
	}

	async #kill(victim: Victim, count: number): Promise<void> {
		const n8n = this.#process(victim);
		this.#log(`Killing ${NAMES[victim]} after ${count} answers: process ${n8n.pid}.`);
		await n8n.kill();
		await sleep(DOWN_MS);
		await n8n.restart();
		this.#log(`Started ${NAMES[victim]} again: process ${n8n.pid}.`);
	}

	#process(victim: Victim): N8n {
		const { main, processors, workers } = this.#queue;
		return { main, processor: processors[0], worker: workers[0] }[victim];
	}
}
