import { MinuteLimit } from '../core/minuteLimit';
import { StandInService } from '../core/service';
import type { Api } from '../core/standIn';
import type { Services } from '../core/vendor';
import { READYCLOUD_CLIENT_SECRET, READYCLOUD_WEBHOOK_TOKEN } from './defaults';
import type { Webhook } from './model';
import { type ReadyCloudSettings, settingsSchema } from './settings';
import { Store } from './store';
import { type Token, Tokens } from './tokens';

/** What ReadyCloud knows: organizations, tokens, and how often each app has asked. */
export class ReadyCloudService extends StandInService<ReadyCloudSettings> {
	readonly tokens = new Tokens();
	readonly limits: MinuteLimit;
	readonly store: Store;
	readonly parts;

	constructor(services: Services) {
		super(services, settingsSchema);
		this.limits = new MinuteLimit(services.clock);
		this.store = new Store(services.clock);
		this.parts = { store: this.store, tokens: this.tokens, limits: this.limits };
		this.hideSecrets();
	}

	/** Ends a webhook's deliveries, as repeated failures do. */
	suspend(webhook: Webhook): void {
		webhook.suspended_at = this.store.stamp();
		webhook.updated_at = webhook.suspended_at;
	}

	protected secrets(): string[] {
		const tokens = this.tokens.all().flatMap(({ access, refresh }) => [access, refresh ?? []]);
		const webhooks = this.store.webhooks.map(({ token }) => token);
		return [READYCLOUD_CLIENT_SECRET, READYCLOUD_WEBHOOK_TOKEN, ...tokens.flat(), ...webhooks];
	}
}

/** What ReadyCloud's routes are added to. */
export type ReadyCloudApi = Api<ReadyCloudService, Token>;
