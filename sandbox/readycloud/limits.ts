import type { VirtualClock } from '../core/clock';
import type { ReadyCloudSettings } from './settings';

const MINUTE = 60_000;

/** Counts each app's requests of the last minute, reads and writes apart. */
export class RateLimits {
	readonly #times = new Map<string, number[]>();

	constructor(private readonly clock: VirtualClock) {}

	/** Counts a request; gives null, or after how many seconds the next one is possible. */
	take(client: string, method: string, settings: ReadyCloudSettings): number | null {
		const reads = method === 'GET';
		const limit = reads ? settings.readsPerMinute : settings.writesPerMinute;
		const now = this.clock.now().getTime();
		const fixed = settings.limitWindow === 'fixed';
		const since = fixed ? Math.floor(now / MINUTE) * MINUTE : now - MINUTE + 1;
		const bucket = `${client} ${reads ? 'reads' : 'writes'}`;
		const times = (this.#times.get(bucket) ?? []).filter((time) => time >= since);
		const full = times.length >= limit;
		// A refused request doesn't count, or a client that retries would never get through.
		if (!full) times.push(now);
		this.#times.set(bucket, times);
		if (!full) return null;
		const free = fixed ? since + MINUTE : (times[times.length - limit] ?? now) + MINUTE;
		return Math.max(1, Math.ceil((free - now) / 1000));
	}

	clear(): void {
		this.#times.clear();
	}
}
