/**
 * How often something may be done that anybody can cause: a few times at once, and then again after a
 * while each.
 */
export class Allowance {
	readonly #most: number;
	readonly #everyMs: number;
	#left: number;
	#at = Date.now();

	/**
	 * @param most how many times at once
	 * @param everyMs after how many milliseconds there is one more
	 */
	constructor(most: number, everyMs: number) {
		this.#most = most;
		this.#everyMs = everyMs;
		this.#left = most;
	}

	/** Whether it may be done now; then there is one less. */
	take(): boolean {
		const now = Date.now();
		// A clock that was set back must not hold it up for longer.
		const gained = Math.abs(now - this.#at) / this.#everyMs;
		this.#left = Math.min(this.#most, this.#left + gained);
		this.#at = now;
		if (this.#left < 1) return false;
		this.#left--;
		return true;
	}
}
