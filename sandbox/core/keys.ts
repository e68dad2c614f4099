import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { hint } from './mask';
import { parseOrRefuse } from './refusal';
import type { StandInService } from './service';

/** A key of an account's, whatever it is called there. */
interface Key {
	enabled: boolean;
}

/** The keys that an account has, each found by its text in the field `secret`. */
export class Keys<K extends Key & Record<N, string>, N extends keyof K & string> {
	#keys: readonly K[];

	readonly #schema: z.ZodType<K, z.ZodTypeDef, unknown>;
	readonly #secret: N;
	readonly #defaults: readonly K[];

	constructor(
		/** What `POST /control/<vendor>/keys` takes. */
		schema: z.ZodType<K, z.ZodTypeDef, unknown>,
		secret: N,
		defaults: readonly K[],
	) {
		this.#schema = schema;
		this.#secret = secret;
		this.#defaults = defaults;
		this.#keys = defaults;
	}

	/** The key, provided that it is known and switched on. */
	usable(text: unknown): K | undefined {
		return this.#keys.find((each) => each.enabled && each[this.#secret] === text);
	}

	/** Adds a key, or changes one that is there; refuses what cannot be one. */
	put(given: unknown): void {
		const key = parseOrRefuse(this.#schema, given);
		const others = this.#keys.filter((each) => each[this.#secret] !== key[this.#secret]);
		this.#keys = [...others, key];
	}

	/** All of them, switched off or not. */
	secrets(): string[] {
		return this.#keys.map((each) => each[this.#secret]);
	}

	/** As they may be shown. */
	masked(): K[] {
		return this.#keys.map((each) => ({ ...each, [this.#secret]: hint(each[this.#secret]) }));
	}

	reset(): void {
		this.#keys = this.#defaults;
	}

	snapshot(): readonly K[] {
		return this.#keys;
	}

	restore(kept: unknown): void {
		this.#keys = z.array(this.#schema).parse(kept);
	}
}

/** Shows the account's keys, and adds some or switches them on and off. */
export function addKeyControl(
	app: FastifyInstance,
	service: StandInService & { keys: { masked(): unknown; put(given: unknown): void } },
): void {
	app.get('/keys', () => service.keys.masked());
	app.post('/keys', (request, reply) => {
		service.keys.put(request.body);
		service.hideSecrets();
		return reply.code(201).send(service.keys.masked());
	});
}
