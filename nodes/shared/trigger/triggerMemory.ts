/** Triggers of which something is kept; far more than an n8n has of one service. */
const MOST_TRIGGERS = 1000;

/**
 * What this process keeps of triggers, each by a key of its own. Beyond a thousand of them, the one that
 * was not asked for the longest is forgotten. In queue mode each process of n8n has a memory of its own,
 * and none knows that of another.
 */
export class TriggerMemory<Value> {
	readonly #values = new Map<string, Value>();

	/** @param first makes what is kept of a trigger that there is nothing of */
	of(key: string, first: () => Value): Value {
		const value = this.#values.get(key) ?? first();
		this.#values.delete(key);
		this.#values.set(key, value);
		for (const oldest of this.#values.keys()) {
			if (this.#values.size <= MOST_TRIGGERS) break;
			this.#values.delete(oldest);
		}
		return value;
	}

	/** Forgets the triggers of which nothing is worth keeping. */
	forget(isWorthless: (value: Value) => boolean): void {
		for (const [key, value] of this.#values) {
			if (isWorthless(value)) this.#values.delete(key);
		}
	}
}
