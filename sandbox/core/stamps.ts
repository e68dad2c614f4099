import type { VirtualClock } from './clock';

/** Times with microseconds, of which no two are the same, as vendors' databases write them. */
export class Stamps {
	#lastMicros = 0;

	readonly #clock: VirtualClock;

	constructor(clock: VirtualClock) {
		this.#clock = clock;
	}

	/** Now, in UTC. */
	next(): string {
		const now = this.#clock.now().getTime() * 1000 + Math.floor(Math.random() * 1000);
		this.#lastMicros = Math.max(now, this.#lastMicros + 1);
		return fromMicros(this.#lastMicros);
	}

	reset(): void {
		this.#lastMicros = 0;
	}
}

function fromMicros(micros: number): string {
	const date = new Date(Math.floor(micros / 1000));
	return `${date.toISOString().slice(0, -1)}${String(micros % 1000).padStart(3, '0')}Z`;
}
