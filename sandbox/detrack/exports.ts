import { randomUUID } from 'node:crypto';

import { z } from 'zod';

const exportSchema = z.object({
	id: z.string(),
	jobs: z.array(z.string()),
	document: z.enum(['pod', 'shipping-label']),
	polls: z.number(),
});

export type Export = z.output<typeof exportSchema>;

const KEPT = 200;

/** The batch exports that were started. */
export class Exports {
	#exports: Export[] = [];

	start(jobs: string[], document: Export['document']): Export {
		const started = { id: randomUUID(), jobs, document, polls: 0 };
		this.#exports = [...this.#exports, started].slice(-KEPT);
		return started;
	}

	find(id: string): Export | undefined {
		return this.#exports.find((each) => each.id === id);
	}

	snapshot(): Export[] {
		return this.#exports;
	}

	restore(kept: unknown): void {
		this.#exports = z.array(exportSchema).parse(kept);
	}

	forget(): void {
		this.reset();
	}

	reset(): void {
		this.#exports = [];
	}
}
