import { sleep } from 'n8n-workflow';

import { MINUTE_MS } from './limits';

/** Keeps a vendor's limit of requests per minute: nothing waits until the limit is used up. */
export class Pacer {
	readonly #turns: number[] = [];

	readonly #perMinute: number;
	readonly #now: () => number;
	readonly #wait: (milliseconds: number) => Promise<void>;

	/**
	 * @param perMinute how many requests any 60 seconds may hold
	 * @param now the time in milliseconds
	 * @param wait waits for some milliseconds
	 */
	constructor(
		perMinute: number,
		now: () => number = () => Date.now(),
		wait: (milliseconds: number) => Promise<void> = sleep,
	) {
		this.#perMinute = perMinute;
		this.#now = now;
		this.#wait = wait;
	}

	/** Resolves when the next request may be sent. */
	async turn(): Promise<void> {
		for (;;) {
			const now = this.#now();
			const oldest = this.#turns[0];
			if (oldest === undefined || this.#turns.length < this.#perMinute) break;
			const pause = oldest + MINUTE_MS - now;
			// A clock that was set back must not hold requests up for longer than a minute.
			if (pause > 0) await this.#wait(Math.min(pause, MINUTE_MS));
			this.#turns.shift();
		}
		this.#turns.push(this.#now());
	}
}
