import type { VirtualClock } from './clock';

const MINUTE = 60_000;

/** Counts the requests of the last minute, or of the current one, per bucket. */
export class MinuteLimit {
	readonly #times = new Map<string, number[]>();

	readonly #clock: VirtualClock;

	constructor(clock: VirtualClock) {
		this.#clock = clock;
	}

	/** Counts a request; gives null, or after how many seconds the next one is possible. */
	take(bucket: string, limit: number, window: 'rolling' | 'fixed'): number | null {
		const now = this.#clock.now().getTime();
		const fixed = window === 'fixed';
		const since = fixed ? Math.floor(now / MINUTE) * MINUTE : now - MINUTE + 1;
		const times = (this.#times.get(bucket) ?? []).filter((time) => time >= since);
		const full = times.length >= limit;
		// A refused request does not count, or a client that retries would never get through.
		if (!full) times.push(now);
		this.#times.set(bucket, times);
		if (!full) return null;
		const free = fixed ? since + MINUTE : (times[times.length - limit] ?? now) + MINUTE;
		return Math.max(1, Math.ceil((free - now) / 1000));
	}

	reset(): void {
		this.#times.clear();
	}
}
