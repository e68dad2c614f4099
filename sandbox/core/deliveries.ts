import type { Delivery } from './delivery';
import { outcomeOf } from './outcome';
import { Tally } from './tally';

const KEPT = 1000;

/** The log of every webhook sent, newest first. */
export class DeliveryLog {
	/** Counts all of them, also those that are no longer kept. */
	readonly tally = new Tally();
	#entries: Delivery[] = [];
	#nextId = 1;
	readonly #added: (delivery: Delivery) => void;

	/** @param added told of each, also of those that are not kept for long */
	constructor(added: (delivery: Delivery) => void = () => undefined) {
		this.#added = added;
	}

	add(entry: Omit<Delivery, 'id'>): Delivery {
		const added = { id: this.#nextId++, ...entry };
		this.#entries.unshift(added);
		this.tally.add(added);
		if (this.#entries.length > KEPT) this.#entries.pop();
		this.#added(added);
		return added;
	}

	all(): readonly Delivery[] {
		return this.#entries;
	}

	/** The last call of a webhook among those that are kept. */
	last(vendor: string, webhook: string): Delivery | undefined {
		return this.#entries.find((each) => each.webhook === webhook && each.vendor === vendor);
	}

	byId(id: number): Delivery | undefined {
		return this.#entries.find((entry) => entry.id === id);
	}

	clear(): void {
		this.#entries = [];
		this.tally.clear();
	}

	/** What earlier versions kept has no outcome, and does not say which webhook it was. */
	restore(entries: Delivery[]): void {
		this.#entries = entries.map((entry) => ({
			...entry,
			...outcomeOf(entry),
			webhook: entry.webhook ?? entry.url,
		}));
		this.tally.clear();
		for (const entry of this.#entries) this.tally.add(entry);
		this.#nextId = Math.max(0, ...entries.map((entry) => entry.id)) + 1;
	}
}
