import type { FastifyRequest } from 'fastify';

import { jsonAnswer, NO_CONTENT } from '../core/answer';
import { addCollection } from '../core/collection';
import { Problem } from '../core/problem';
import { pathValue } from '../core/query';
import { locationOf } from './location';
import type { Webhook } from './model';
import { ping } from './ping';
import type { Key, RoutigoApi, RoutigoService } from './service';
import { filtered } from './webhookFilters';
import { createWebhook, updateWebhook } from './webhooks';
import { webhookView } from './webhookView';

/** The management of webhooks as RoutiGo's interface description has it. */
export function addWebhookRoutes({ routes, service }: RoutigoApi): void {
	const { settings, store } = service;
	addCollection<Key, Key, Webhook>(
		{
			routes,
			one: (list) => [`${list}/:id`],
			change: ['put'],
			removed: { status: 200, type: '', body: '' },
		},
		{
			path: '/api/v2/webhooks',
			at: (_request, key) => key,
			list: (key, request) => {
				const found = filtered(seenWebhooks(service, key, 2), request);
				if (found.length === 0) return NO_CONTENT;
				return jsonAnswer(
					200,
					found.map((webhook) => webhookView(webhook, settings.values)),
				);
			},
			find: (key, request) => find(service, request, key),
			show: (_key, webhook) => webhookView(webhook, settings.values),
			create: async (key, body) => {
				const webhook = createWebhook(service, body, { version: 2, owner: key.value });
				await ping(service, webhook);
				return webhook;
			},
			createdHeaders: (_key, webhook, request) => locationOf(request, webhook, settings.values),
			change: (_key, webhook, body) => updateWebhook(service, webhook, body),
			remove: (_key, webhook) => store.removeWebhook(webhook),
		},
	);
}

/** What RoutiGo's own plugin still uses; more of the first version is not known. */
export function addLegacyRoutes({ routes, service }: RoutigoApi): void {
	const { settings } = service;
	routes.post('/api/v1/webhook', ({ body }, key) => {
		const webhook = createWebhook(service, body, { version: 1, owner: key.value });
		return jsonAnswer(201, webhookView(webhook, settings.values));
	});
	routes.get('/api/v1/webhooks', (_request, key) => {
		const webhooks = seenWebhooks(service, key, 1);
		return jsonAnswer(
			200,
			webhooks.map((webhook) => webhookView(webhook, settings.values)),
		);
	});
}

/** The webhooks that a key sees by one version of the API. */
function seenWebhooks({ store, settings }: RoutigoService, key: Key, version: 1 | 2): Webhook[] {
	const { webhooksSeen, lists } = settings.values;
	return store.webhooks.filter(
		(webhook) =>
			(webhooksSeen === 'company' || webhook.owner === key.value) &&
			(lists === 'common' || webhook.version === version),
	);
}

function find(service: RoutigoService, request: FastifyRequest, key: Key): Webhook {
	const id = pathValue(request, 'id');
	const webhook = seenWebhooks(service, key, 2).find((each) => each.id === id);
	if (!webhook) throw new Problem(404, `Subscription ${id} does not exist`);
	return webhook;
}
