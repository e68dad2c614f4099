import { Tally } from './tally';

const KEPT = 1000;

/** One attempt to deliver a webhook, with secrets masked. */
export interface Delivery {
	id: number;
	at: string;
	vendor: string;
	jobId: string | null;
	/** The owner's own name for the job. */
	reference: string | null;
	event: string;
	url: string;
	/** 1 for the first try. */
	attempt: number;
	status: number | null;
	/** Whether the vendor takes this answer for success. */
	accepted: boolean;
	error: string | null;
	durationMs: number;
	body: unknown;
	/** The beginning of what the receiver answered. */
	response: string;
}

/** The log of every webhook sent, newest first. */
export class DeliveryLog {
	/** Counts all of them, also those that are no longer kept. */
	readonly tally = new Tally();
	#entries: Delivery[] = [];
	#nextId = 1;

	add(entry: Omit<Delivery, 'id'>): Delivery {
		const added = { id: this.#nextId++, ...entry };
		this.#entries.unshift(added);
		this.tally.add(added);
		if (this.#entries.length > KEPT) this.#entries.pop();
		return added;
	}

	all(): readonly Delivery[] {
		return this.#entries;
	}

	byId(id: number): Delivery | undefined {
		return this.#entries.find((entry) => entry.id === id);
	}

	clear(): void {
		this.#entries = [];
		this.tally.clear();
	}

	restore(entries: Delivery[]): void {
		this.#entries = entries;
		this.tally.clear();
		for (const entry of entries) this.tally.add(entry);
		this.#nextId = Math.max(0, ...entries.map((entry) => entry.id)) + 1;
	}
}
