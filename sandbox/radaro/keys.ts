import { z } from 'zod';
import { hint } from '../core/mask';
import { RADARO_DISABLED_KEY, RADARO_KEY, RADARO_ORDINARY_KEY } from './defaults';

/** What `POST /control/radaro/keys` takes. */
export const keySchema = z
	.object({
		// A shorter one could turn up in a log by accident and be masked there for no reason.
		key: z.string().min(8),
		enabled: z.boolean().default(true),
		master: z.boolean().default(false),
	})
	.strict();

export type ApiKey = z.output<typeof keySchema>;

const DEFAULT_KEYS: readonly ApiKey[] = [
	{ key: RADARO_KEY, enabled: true, master: true },
	{ key: RADARO_ORDINARY_KEY, enabled: true, master: false },
	{ key: RADARO_DISABLED_KEY, enabled: false, master: false },
];

/** The merchant's API keys. */
export class Keys {
	#keys = new Map<string, ApiKey>();

	constructor() {
		this.reset();
	}

	/** The key, provided that it's known and switched on. */
	usable(key: unknown): ApiKey | undefined {
		const known = typeof key === 'string' ? this.#keys.get(key) : undefined;
		return known?.enabled ? known : undefined;
	}

	/** Adds a key, or changes one that's there. */
	put(key: ApiKey): void {
		this.#keys.set(key.key, key);
	}

	all(): ApiKey[] {
		return [...this.#keys.values()];
	}

	/** As they may be shown. */
	masked(): ApiKey[] {
		return this.all().map((each) => ({ ...each, key: hint(each.key) }));
	}

	replace(keys: readonly ApiKey[]): void {
		this.#keys = new Map(keys.map((each) => [each.key, { ...each }]));
	}

	reset(): void {
		this.replace(DEFAULT_KEYS);
	}
}
