import { z } from 'zod';

import type { ErpRecord } from './store';

const KEPT = 500;

const changeSchema = z.object({
	id: z.number(),
	at: z.string(),
	action: z.enum(['created', 'updated', 'deleted']),
	doctype: z.string(),
	name: z.string(),
	/** What was written. */
	values: z.record(z.unknown()),
	/** Fields that the record does not have, so that nothing of them was stored. */
	ignored: z.array(z.string()),
});

/** One thing that a program did to a record. */
export type ErpChange = z.output<typeof changeSchema>;

/** What programs changed, newest first. */
export class Changes {
	#entries: ErpChange[] = [];
	#nextId = 1;
	readonly #records = new Set<string>();

	add(
		record: ErpRecord,
		change: Pick<ErpChange, 'action' | 'at'> & Partial<Pick<ErpChange, 'values' | 'ignored'>>,
	): void {
		const { doctype, name } = record;
		const entry = { id: this.#nextId++, doctype, name, values: {}, ignored: [], ...change };
		this.#entries = [entry, ...this.#entries].slice(0, KEPT);
		this.#records.add(`${doctype}/${name}`);
	}

	all(): readonly ErpChange[] {
		return this.#entries;
	}

	/** How many records were changed, however often. */
	get recordCount(): number {
		return this.#records.size;
	}

	reset(): void {
		this.#entries = [];
		this.#records.clear();
	}

	snapshot(): readonly ErpChange[] {
		return this.#entries;
	}

	restore(kept: unknown): void {
		const entries = z.array(changeSchema).parse(kept);
		this.reset();
		this.#entries = entries;
		this.#nextId = Math.max(0, ...entries.map(({ id }) => id)) + 1;
		for (const { doctype, name } of entries) this.#records.add(`${doctype}/${name}`);
	}
}
