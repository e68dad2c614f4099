import { z } from 'zod';

import { Keys } from '../core/keys';
import { MinuteLimit } from '../core/minuteLimit';
import { StandInService } from '../core/service';
import type { Api } from '../core/standIn';
import type { Services } from '../core/vendor';
import { DETRACK_API_KEY, DETRACK_SUB_USER_KEY } from './defaults';
import { Exports } from './exports';
import { type DetrackSettings, settingsSchema } from './settings';
import { JobStore } from './store';
import { todayOf, type View } from './view';
import { AccountWebhooks } from './webhooks';

const keySchema = z.object({ key: z.string().min(6), enabled: z.boolean().default(true) }).strict();

export type ApiKey = z.output<typeof keySchema>;

/** What Detrack knows: an account with its keys, jobs, exports and webhooks. */
export class DetrackService extends StandInService<DetrackSettings> {
	readonly keys = new Keys(keySchema, 'key', [
		{ key: DETRACK_API_KEY, enabled: true },
		{ key: DETRACK_SUB_USER_KEY, enabled: true },
	]);
	readonly exports = new Exports();
	readonly webhooks: AccountWebhooks;
	readonly limits: MinuteLimit;
	readonly jobs: JobStore;
	readonly parts;
	#origin = (): string => '';

	constructor(services: Services) {
		super(services, settingsSchema);
		this.webhooks = new AccountWebhooks(services.mask);
		this.limits = new MinuteLimit(services.clock);
		this.jobs = new JobStore(services.clock);
		const { jobs, keys, webhooks, exports, limits } = this;
		this.parts = { jobs, keys, webhooks, exports, limits };
		this.hideSecrets();
	}

	/** Tells where the sandbox is found, which is known once it listens. */
	reachedAt(origin: () => string): void {
		this.#origin = origin;
	}

	/** What jobs are looked at with now. */
	view(): View {
		const { settings, services } = this;
		return { settings: settings.values, now: services.clock.now(), origin: this.#origin() };
	}

	/** Today in the account's zone. */
	today(): string {
		return todayOf(this.view());
	}

	protected secrets(): string[] {
		return this.keys.secrets();
	}
}

/** What Detrack's routes are added to. */
export type DetrackApi = Api<DetrackService, ApiKey>;
