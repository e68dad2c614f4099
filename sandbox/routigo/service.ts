import { z } from 'zod';

import { Keys } from '../core/keys';
import { StandInService } from '../core/service';
import type { Api } from '../core/standIn';
import type { Services } from '../core/vendor';
import {
	ROUTIGO_API_KEY,
	ROUTIGO_BEARER,
	ROUTIGO_LIMITED_BEARER,
	ROUTIGO_LIMITED_KEY,
	ROUTIGO_OTHER_KEY,
	ROUTIGO_SUPPLIER_KEY,
} from './defaults';
import { secretsOf } from './secrets';
import { type RoutigoSettings, settingsSchema } from './settings';
import { Store } from './store';

const keySchema = z
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

const key = (value: string, scheme: Key['scheme'], permitted = true): Key => ({
	value,
	scheme,
	permitted,
	enabled: true,
});

/** What RoutiGo knows: keys and tokens, webhooks, tours, and orders that wait for one. */
export class RoutigoService extends StandInService<RoutigoSettings> {
	readonly keys = new Keys(keySchema, 'value', [
		key(ROUTIGO_API_KEY, 'apiKey'),
		key(ROUTIGO_OTHER_KEY, 'apiKey'),
		key(ROUTIGO_LIMITED_KEY, 'apiKey', false),
		key(ROUTIGO_SUPPLIER_KEY, 'supplier'),
		key(ROUTIGO_BEARER, 'bearer'),
		key(ROUTIGO_LIMITED_BEARER, 'bearer', false),
	]);
	readonly store = new Store();
	readonly parts = { store: this.store, keys: this.keys };

	constructor(services: Services) {
		super(services, settingsSchema);
		this.hideSecrets();
	}

	/** The time of whatever happens now. */
	stamp(): string {
		return this.services.clock.now().toISOString();
	}

	protected secrets(): string[] {
		const webhooks = this.store.webhooks.flatMap(({ config }) => secretsOf(config));
		return [...this.keys.secrets(), ...webhooks];
	}
}

/** What RoutiGo's routes are added to. */
export type RoutigoApi = Api<RoutigoService, Key>;
