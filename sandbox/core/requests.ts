const KEPT = 5000;

/** One request to a vendor's API, without the key that came with it. */
export interface RequestEntry {
	at: string;
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: unknown;
	/** null while unanswered, and for good when the connection was reset. */
	status: number | null;
	/** Which fault was applied, if any. */
	fault: string | null;
}

/** What a vendor's API was asked, oldest first; of very many requests, the last ones. */
export class RequestLog {
	#entries: RequestEntry[] = [];
	#count = 0;

	/** How many there were, also of those that are kept no more. */
	get count(): number {
		return this.#count;
	}

	add(entry: RequestEntry): void {
		this.#count++;
		this.#entries.push(entry);
		if (this.#entries.length > KEPT) this.#entries.shift();
	}

	all(): readonly RequestEntry[] {
		return this.#entries;
	}

	clear(): void {
		this.#entries = [];
		this.#count = 0;
	}
}
