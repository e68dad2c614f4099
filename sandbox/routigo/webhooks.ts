import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { isRecord } from '../core/json';
import { hint } from '../core/mask';
import { Problem } from '../core/problem';
import { parseOrRefuse } from '../core/refusal';
import { registeredWebhooks } from '../core/registeredWebhooks';
import type { Webhook } from './model';
import type { RoutigoService } from './service';
import { isReal } from './target';
import { type WebhookConfig, webhookConfigOf } from './webhookConfig';

/** Registers a webhook out of a program's body. */
export function createWebhook(
	service: RoutigoService,
	body: unknown,
	{ version, owner }: Pick<Webhook, 'version' | 'owner'>,
): Webhook {
	const settings = service.settings.values;
	const config = webhookConfigOf(settings, body, version);
	const isSame = (webhook: Webhook): boolean => isIdentical(webhook.config, config);
	if (settings.identicalWebhooks === 'refused' && service.store.webhooks.some(isSame)) {
		throw new Problem(400, 'An identical subscription exists already');
	}
	const webhook: Webhook = { id: service.store.newId(), version, config, owner };
	service.store.webhooks.push(webhook);
	service.hideSecrets();
	return webhook;
}

/** Changes a webhook by a program's body. */
export function updateWebhook(service: RoutigoService, webhook: Webhook, body: unknown): void {
	const settings = service.settings.values;
	const given = settings.update === 'merges' ? laidOver(webhook.config, body) : body;
	webhook.config = webhookConfigOf(settings, given, webhook.version);
	service.hideSecrets();
}

/** A body laid over what is registered. */
function laidOver(config: WebhookConfig, body: unknown): unknown {
	if (!isRecord(body)) return body;
	const action = isRecord(body.action) ? { ...config.action, ...body.action } : config.action;
	return { ...config, ...body, action };
}

function isIdentical(one: WebhookConfig, other: WebhookConfig): boolean {
	const told = ({ routigoEvent, routigoEventType, action }: WebhookConfig): string =>
		JSON.stringify([routigoEvent, routigoEventType, action.url]);
	return told(one) === told(other);
}

const MOVED = { action: { url: 'https://elsewhere.example.test/changed' } };

/** Webhooks, and what happens to them behind the back of the program that registered them. */
export const WEBHOOKS = registeredWebhooks<RoutigoService, Webhook>('routigo', {
	all: ({ store }) => store.webhooks,
	show: ({ id, config }) => {
		const [secret] = Object.values(config.action.headers ?? {});
		return {
			id,
			event: `${config.routigoEvent} (${config.routigoEventType})`,
			name: config.action.name,
			isForeign: !isReal(config.action.url),
			url: config.action.url,
			tokenHint: secret === undefined ? 'none' : hint(secret),
			suspendedAt: null,
		};
	},
	create: (service, body) => createWebhook(service, body, { version: 2, owner: null }),
	remove: ({ store }, webhook) => store.removeWebhook(webhook),
	inWords: 'a webhook',
	steps: {
		change: {
			label: 'Move elsewhere',
			possible: () => true,
			run: (webhook, service, body) => {
				const changes = parseOrRefuse(z.record(z.unknown()), body ?? {});
				const given = Object.keys(changes).length === 0 ? MOVED : changes;
				const settings = service.settings.values;
				webhook.config = webhookConfigOf(
					settings,
					laidOver(webhook.config, given),
					webhook.version,
				);
				service.hideSecrets();
			},
		},
		secret: {
			label: 'Change secret',
			possible: ({ config }) => Object.keys(config.action.headers ?? {}).length > 0,
			run: (webhook, service) => {
				const { action } = webhook.config;
				const headers = Object.fromEntries(
					Object.keys(action.headers ?? {}).map((name) => [name, randomBytes(15).toString('hex')]),
				);
				webhook.config = { ...webhook.config, action: { ...action, headers } };
				service.hideSecrets();
			},
		},
		duplicate: {
			label: 'Register twice',
			possible: () => true,
			run: (webhook, { store }) => {
				store.webhooks.push({ ...webhook, id: store.newId() });
			},
		},
		remove: {
			label: 'Remove',
			possible: () => true,
			run: (webhook, { store }) => store.removeWebhook(webhook),
		},
	},
});
