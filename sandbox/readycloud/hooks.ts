import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ENTITIES, READYCLOUD_WEBHOOK_TOKEN, type Entity } from './defaults';
import type { Hook, Org } from './model';
import { badField, fieldsOf, HOOK_READ_ONLY } from './problem';
import type { ReadyCloudService } from './service';
import type { ReadyCloudSettings } from './settings';

const hookSchema = z.object({
	entity: z.string().default('orders'),
	remote_url: z.string({ required_error: 'This field is required.' }),
});

/** Registers a webhook out of a program's body. */
export function createHook(
	service: ReadyCloudService,
	org: Org,
	body: unknown,
	client: string | null,
): Hook {
	const settings = service.settings.values;
	const { entity, remote_url } = fieldsOf(settings, hookSchema, body, HOOK_READ_ONLY);
	const known = knownEntity(entity, settings);
	checkAddress(remote_url, settings);
	const same = (hook: Hook): boolean => hook.entity === entity && hook.remote_url === remote_url;
	if (settings.duplicateWebhooks === 'refused' && org.hooks.some(same)) {
		throw badField(settings, 'remote_url', 'A webhook with this entity and URL already exists.');
	}
	const shared = settings.webhookTokens === 'shared';
	const { id, created_at, updated_at } = service.store.entry({});
	const hook: Hook = {
		id,
		entity: known,
		remote_url,
		token: shared ? READYCLOUD_WEBHOOK_TOKEN : randomBytes(15).toString('hex'),
		created_at,
		updated_at,
		suspended_at: null,
		client,
		failures: [],
	};
	org.hooks.push(hook);
	service.hideSecrets();
	return hook;
}

function knownEntity(entity: string, settings: ReadyCloudSettings): Entity {
	const known = ENTITIES.find((each) => each === entity);
	if (known !== undefined && (known !== 'order-delivered' || settings.orderDelivered)) return known;
	throw badField(settings, 'entity', `"${entity}" is not a valid choice.`);
}

function checkAddress(remoteUrl: string, settings: ReadyCloudSettings): void {
	const protocol = URL.canParse(remoteUrl) ? new URL(remoteUrl).protocol : '';
	if (protocol === 'https:' || (protocol === 'http:' && !settings.httpsOnly)) return;
	throw badField(settings, 'remote_url', 'Enter a valid HTTPS URL.');
}
