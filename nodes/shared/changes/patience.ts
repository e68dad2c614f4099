import { NodeApiError } from 'n8n-workflow';

/** For how long a vendor that cannot answer is only logged: a failed execution each minute helps nobody. */
const PATIENCE_MS = 3_600_000;

/** After which a poll that never ended no longer holds up the next one. */
const LONGEST_POLL_MS = 600_000;

/**
 * What polls of one process need to know of each other: which are under way, since when a vendor cannot
 * answer, and until when it wants to be left alone. It is no part of what is remembered.
 */
export class Patience {
	readonly #running = new Map<string, number>();
	readonly #troubleSince = new Map<string, number>();
	readonly #restUntil = new Map<string, number>();
	readonly #now: () => number;

	/** @param now the time in milliseconds */
	constructor(now: () => number = () => Date.now()) {
		this.#now = now;
	}

	/**
	 * Runs a poll, unless one of the same trigger is still under way or the vendor wants a rest: then
	 * `null`. Two at a time would tell everything twice.
	 */
	async alone<Result>(key: string, poll: () => Promise<Result>): Promise<Result | null> {
		const now = this.#now();
		const since = this.#running.get(key);
		if (since !== undefined && now - since < LONGEST_POLL_MS) return null;
		if (now < (this.#restUntil.get(key) ?? 0)) return null;
		this.#running.set(key, now);
		try {
			return await poll();
		} finally {
			if (this.#running.get(key) === now) this.#running.delete(key);
		}
	}

	/** The vendor asks to be left alone for so many seconds. */
	rest(key: string, seconds: number): void {
		this.#restUntil.set(key, this.#now() + Math.min(seconds * 1000, PATIENCE_MS));
	}

	/** Whether what fails now has done so for an hour, or for the first time an hour after it was told. */
	isOver(key: string): boolean {
		const now = this.#now();
		const since = this.#troubleSince.get(key);
		if (since === undefined) this.#troubleSince.set(key, now);
		if (since === undefined || now - since < PATIENCE_MS) return false;
		this.#troubleSince.set(key, now);
		return true;
	}

	/** The vendor has answered. */
	settle(key: string): void {
		this.#troubleSince.delete(key);
	}
}

/** Whether an error may pass by itself: no answer, one of the vendor's own errors, too many requests. */
export function isPassing(error: unknown): error is NodeApiError {
	if (!(error instanceof NodeApiError)) return false;
	const status = Number(error.httpCode ?? 0);
	return status === 0 || status === 429 || status >= 500;
}
