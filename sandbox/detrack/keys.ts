import { z } from 'zod';
import { hint } from '../core/mask';
import { DETRACK_API_KEY, DETRACK_SUB_USER_KEY } from './defaults';

/** What `POST /control/detrack/keys` takes; without `enabled` the key works. */
export const keySchema = z
	.object({ key: z.string().min(6), enabled: z.boolean().default(true) })
	.strict();

export type ApiKey = z.output<typeof keySchema>;

const DEFAULTS: readonly ApiKey[] = [
	{ key: DETRACK_API_KEY, enabled: true },
	{ key: DETRACK_SUB_USER_KEY, enabled: true },
];

/** The API keys of the account's users. */
export class Keys {
	#keys: ApiKey[] = [...DEFAULTS];

	all(): readonly ApiKey[] {
		return this.#keys;
	}

	usable(key: unknown): ApiKey | undefined {
		return this.#keys.find((each) => each.enabled && each.key === key);
	}

	/** Adds a key, or switches a known one on or off. */
	put(key: ApiKey): void {
		this.#keys = [...this.#keys.filter((each) => each.key !== key.key), key];
	}

	/** As they may be shown. */
	masked(): ApiKey[] {
		return this.#keys.map(({ key, enabled }) => ({ key: hint(key), enabled }));
	}

	replace(keys: ApiKey[]): void {
		this.#keys = keys;
	}

	reset(): void {
		this.#keys = [...DEFAULTS];
	}
}
