interface Sleeper {
	due: number;
	timer: NodeJS.Timeout | undefined;
	wake(elapsed: boolean): void;
}

// setTimeout fires at once for anything longer than this.
const LONGEST_TIMER = 2 ** 31 - 1;

/** Real time plus an offset that tests can move forward, so that an hour's back-off takes no hour. */
export class VirtualClock {
	#offset = 0;
	readonly #sleepers = new Set<Sleeper>();

	now(): Date {
		return new Date(Date.now() + this.#offset);
	}

	get offset(): number {
		return this.#offset;
	}

	/** Moves to another offset from real time; sleepers that are due wake. */
	setOffset(milliseconds: number): void {
		this.#offset = milliseconds;
		for (const sleeper of this.#sleepers) this.#schedule(sleeper);
	}

	advance(seconds: number): void {
		this.setOffset(this.#offset + seconds * 1000);
	}

	/** Resolves with true when the time has passed, with false when the signal ended it. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<boolean> {
		if (signal.aborted) return Promise.resolve(false);
		return new Promise((resolve) => {
			const cancel = (): void => sleeper.wake(false);
			const sleeper: Sleeper = {
				due: this.now().getTime() + milliseconds,
				timer: undefined,
				wake: (elapsed) => {
					clearTimeout(sleeper.timer);
					this.#sleepers.delete(sleeper);
					signal.removeEventListener('abort', cancel);
					resolve(elapsed);
				},
			};
			signal.addEventListener('abort', cancel);
			this.#sleepers.add(sleeper);
			this.#schedule(sleeper);
		});
	}

	#schedule(sleeper: Sleeper): void {
		clearTimeout(sleeper.timer);
		const left = sleeper.due - this.now().getTime();
		if (left <= 0) return sleeper.wake(true);
		sleeper.timer = setTimeout(() => this.#schedule(sleeper), Math.min(left, LONGEST_TIMER));
	}
}
