import type { z } from 'zod';
import { isRecord } from './json';
import { parseOrRefuse, Refusal } from './refusal';

/** Settings of one vendor: what its documentation leaves open, each with a default in the schema. */
export class Settings<T> {
	#values: T;

	constructor(private readonly schema: z.ZodType<T, z.ZodTypeDef, unknown>) {
		this.#values = schema.parse({});
	}

	get values(): T {
		return this.#values;
	}

	/** Changes the given settings and leaves the others; refuses unknown names and values. */
	patch(changes: unknown): T {
		if (!isRecord(changes)) throw new Refusal(400, 'Settings are sent as a JSON object.');
		this.#values = parseOrRefuse(this.schema, { ...this.#values, ...changes });
		return this.#values;
	}

	reset(): void {
		this.#values = this.schema.parse({});
	}
}
