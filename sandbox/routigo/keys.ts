import { z } from 'zod';
import { hint } from '../core/mask';
import {
	ROUTIGO_API_KEY,
	ROUTIGO_BEARER,
	ROUTIGO_LIMITED_BEARER,
	ROUTIGO_LIMITED_KEY,
	ROUTIGO_OTHER_KEY,
	ROUTIGO_SUPPLIER_KEY,
} from './defaults';

/** What `POST /control/routigo/keys` takes. */
export const keySchema = z
	.object({
		// A shorter one could turn up in a log by accident and be masked there for no reason.
		value: z.string().min(8),
		scheme: z.enum(['apiKey', 'bearer', 'supplier']).default('apiKey'),
		/** Whether its owner may do what is asked for. */
		permitted: z.boolean().default(true),
		/** Off for one that was withdrawn or has expired. */
		enabled: z.boolean().default(true),
	})
	.strict();

export type Key = z.output<typeof keySchema>;

const known = (value: string, scheme: Key['scheme'], permitted = true): Key => ({
	value,
	scheme,
	permitted,
	enabled: true,
});

const DEFAULTS: readonly Key[] = [
	known(ROUTIGO_API_KEY, 'apiKey'),
	known(ROUTIGO_OTHER_KEY, 'apiKey'),
	known(ROUTIGO_LIMITED_KEY, 'apiKey', false),
	known(ROUTIGO_SUPPLIER_KEY, 'supplier'),
	known(ROUTIGO_BEARER, 'bearer'),
	known(ROUTIGO_LIMITED_BEARER, 'bearer', false),
];

/** The company's API keys, and its users' tokens. */
export class Keys {
	#keys = new Map<string, Key>();

	constructor() {
		this.reset();
	}

	/** The key, provided that it's known, enabled and of this scheme. */
	usable(value: string, scheme: Key['scheme']): Key | undefined {
		const key = this.#keys.get(value);
		return key?.enabled && key.scheme === scheme ? key : undefined;
	}

	/** Adds a key, or changes one that's there. */
	put(key: Key): void {
		this.#keys.set(key.value, key);
	}

	all(): Key[] {
		return [...this.#keys.values()];
	}

	/** As they may be shown. */
	masked(): Key[] {
		return this.all().map((each) => ({ ...each, value: hint(each.value) }));
	}

	replace(keys: readonly Key[]): void {
		this.#keys = new Map(keys.map((each) => [each.value, { ...each }]));
	}

	reset(): void {
		this.replace(DEFAULTS);
	}
}
