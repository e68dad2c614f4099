import type { Delivery } from '../core/delivery';
import { FaultBoard } from '../core/faults';
import { MinuteLimit } from '../core/minuteLimit';
import { RequestLog } from '../core/requests';
import { Settings } from '../core/settings';
import type { Services } from '../core/vendor';
import { READYCLOUD_CLIENT_SECRET, READYCLOUD_WEBHOOK_TOKEN } from './defaults';
import { deliver, type Subject } from './deliver';
import type { Hook, Told } from './model';
import type { OrgScope } from './scopes';
import { settingsSchema } from './settings';
import { Store } from './store';
import { Tokens } from './tokens';

/** What ReadyCloud does; the API and the control interface are two doors to it. */
export class ReadyCloudService {
	readonly settings = new Settings(settingsSchema);
	readonly faults = new FaultBoard();
	readonly requests = new RequestLog();
	readonly tokens: Tokens;
	readonly limits: MinuteLimit;
	readonly store: Store;

	constructor(readonly services: Services) {
		this.tokens = new Tokens(() => services.clock.now().getTime());
		this.limits = new MinuteLimit(services.clock);
		this.store = new Store(services.clock);
		this.hideSecrets();
	}

	/** Has every secret masked from now on. */
	hideSecrets(): void {
		const tokens = this.tokens.all().flatMap(({ access, refresh }) => [access, refresh ?? '']);
		const hooks = this.store.orgs.flatMap((org) => org.hooks.map((hook) => hook.token));
		const secrets = [READYCLOUD_CLIENT_SECRET, READYCLOUD_WEBHOOK_TOKEN, ...tokens, ...hooks];
		for (const secret of secrets) if (secret !== '') this.services.mask.add(secret);
	}

	/** Sends events to the webhooks that are registered for them; resolves after the first tries. */
	async emit(at: OrgScope, subject: Subject, events: readonly Told[]): Promise<Delivery[]> {
		subject.remember(events);
		const sent = events.flatMap((event) =>
			at.org.hooks
				.filter((hook) => hook.entity === event.entity)
				.map((hook) => deliver(this, hook, subject, event)),
		);
		return (await Promise.all(sent)).flat();
	}

	/** Ends a webhook's deliveries, as repeated failures do. */
	suspend(hook: Hook): void {
		hook.suspended_at = this.store.stamp();
		hook.updated_at = hook.suspended_at;
	}

	reset(): void {
		this.settings.reset();
		this.faults.clear();
		this.requests.clear();
		this.tokens.reset();
		this.limits.clear();
		this.store.reset();
	}
}
