import { z } from 'zod';

import { isRecord } from './json';
import { parseOrRefuse, Refusal } from './refusal';

/** Settings with a default each; it knows their names. */
export type SettingsSchema<S> = z.ZodType<S, z.ZodTypeDef, unknown> & {
	shape: Readonly<Record<string, z.ZodTypeAny>>;
};

/** Settings of one vendor: what its documentation leaves open, each with a default in the schema. */
export class Settings<S extends object> {
	#values: S;

	readonly #schema: SettingsSchema<S>;

	constructor(schema: SettingsSchema<S>) {
		this.#schema = schema;
		this.#values = schema.parse({});
	}

	get values(): S {
		return this.#values;
	}

	/** Changes the given settings and leaves the others; refuses unknown names and values. */
	patch(changes: unknown): S {
		if (!isRecord(changes)) throw new Refusal(400, 'Settings are sent as a JSON object.');
		this.#values = parseOrRefuse(this.#schema, { ...this.#values, ...changes });
		return this.#values;
	}

	reset(): void {
		this.#values = this.#schema.parse({});
	}

	snapshot(): S {
		return this.#values;
	}

	/** Takes up what was kept; a setting that there is no longer is left out. */
	restore(kept: unknown): void {
		const known = Object.entries(z.record(z.unknown()).parse(kept)).filter(([name]) =>
			Object.hasOwn(this.#schema.shape, name),
		);
		this.#values = this.#schema.parse(Object.fromEntries(known));
	}
}
