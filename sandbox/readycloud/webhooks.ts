import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { hint } from '../core/mask';
import { registeredWebhooks } from '../core/registeredWebhooks';
import { addResource } from './collection';
import { ENTITIES, type Entity, READYCLOUD_WEBHOOK_TOKEN } from './defaults';
import type { Org, Webhook } from './model';
import { orgUrl, PATHS } from './paths';
import { badField, fieldsOf } from './problem';
import { orgScope, type OrgScope } from './scopes';
import type { ReadyCloudApi, ReadyCloudService } from './service';
import type { ReadyCloudSettings } from './settings';

const webhookSchema = z.object({
	entity: z.string().default('orders'),
	remote_url: z.string({ required_error: 'This field is required.' }),
});

/** Webhooks, of which a token may see only those of its own app. */
export function addWebhookRoutes(api: ReadyCloudApi): void {
	const { service } = api;
	addResource(api, {
		path: PATHS.webhooks,
		scope: orgScope,
		all: ({ org }, { client }) =>
			service.settings.values.webhooksSeen === 'all'
				? org.webhooks
				: org.webhooks.filter((webhook) => webhook.client === client),
		show: webhookView,
		create: ({ org }, body, { client }) => createWebhook(service, org, body, client),
		remove: (_at, webhook) => service.store.removeWebhook(webhook),
	});
}

/** Webhooks, and what happens to them behind the back of the program that registered them. */
export const WEBHOOKS = registeredWebhooks<ReadyCloudService, Webhook>('readycloud', {
	all: ({ store }) => store.webhooks,
	show: ({ id, entity, remote_url, token, suspended_at }) => ({
		id,
		event: entity,
		name: null,
		isForeign: false,
		url: remote_url,
		tokenHint: hint(token),
		suspendedAt: suspended_at,
	}),
	create: (service, body) => createWebhook(service, service.store.ownOrg(), body, null),
	remove: ({ store }, webhook) => store.removeWebhook(webhook),
	inWords: 'a webhook that is suspended',
	steps: {
		suspend: {
			label: 'Suspend',
			possible: ({ suspended_at }) => suspended_at === null,
			run: (webhook, service) => service.suspend(webhook),
		},
		token: {
			label: 'Change token',
			// A suspended one sends nothing that would carry it.
			possible: ({ suspended_at }) => suspended_at === null,
			run: (webhook, service) => {
				webhook.token = newToken();
				service.hideSecrets();
			},
		},
		remove: {
			label: 'Remove',
			possible: () => true,
			run: (webhook, service) => service.store.removeWebhook(webhook),
		},
	},
});

/** A webhook: its seven keys. */
function webhookView(at: OrgScope, webhook: Webhook): Record<string, unknown> {
	const { id, remote_url, token, created_at, updated_at, entity, suspended_at } = webhook;
	const url = `${orgUrl(at)}webhooks/${id}/`;
	return { url, remote_url, token, created_at, updated_at, entity, suspended_at };
}

/** Registers a webhook out of a program's body. */
function createWebhook(
	service: ReadyCloudService,
	org: Org,
	body: unknown,
	client: string | null,
): Webhook {
	const settings = service.settings.values;
	const { entity, remote_url } = fieldsOf(webhookSchema, body);
	const known = knownEntity(entity, settings);
	checkUrl(remote_url, settings);
	const same = (webhook: Webhook): boolean =>
		webhook.entity === entity && webhook.remote_url === remote_url;
	if (settings.duplicateWebhooks === 'refused' && org.webhooks.some(same)) {
		throw badField('remote_url', 'A webhook with this entity and URL already exists.');
	}
	const shared = settings.webhookTokens === 'shared';
	const { id, created_at, updated_at } = service.store.entry({});
	const webhook: Webhook = {
		id,
		entity: known,
		remote_url,
		token: shared ? READYCLOUD_WEBHOOK_TOKEN : newToken(),
		created_at,
		updated_at,
		suspended_at: null,
		client,
		failures: [],
	};
	org.webhooks.push(webhook);
	service.hideSecrets();
	return webhook;
}

function knownEntity(entity: string, settings: ReadyCloudSettings): Entity {
	const known = ENTITIES.find((each) => each === entity);
	if (known !== undefined && (known !== 'order-delivered' || settings.orderDelivered)) return known;
	throw badField('entity', `"${entity}" is not a valid choice.`);
}

function checkUrl(remoteUrl: string, settings: ReadyCloudSettings): void {
	const protocol = URL.canParse(remoteUrl) ? new URL(remoteUrl).protocol : '';
	if (protocol === 'https:' || (protocol === 'http:' && !settings.httpsOnly)) return;
	throw badField('remote_url', 'Enter a valid HTTPS URL.');
}

function newToken(): string {
	return randomBytes(15).toString('hex');
}
