import { type IHookFunctions, NodeApiError } from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import { checkSettings } from '../../shared/trigger/checkSettings';
import { checkSwitches } from '../../shared/trigger/checkSwitches';
import {
	findSoundWebhooks,
	registerWebhooks,
	unregisterWebhooks,
} from '../../shared/trigger/registration';
import { WebhooksOf } from '../api/webhookApi';
import { ownId } from '../event/urlIds';
import { connectTrigger } from './connectTrigger';
import { memoryOf, remember, rememberedIn, rememberedOf, type RememberedWebhook } from './memory';
import { readyCloudOptions } from './triggerProperties';

/** How ReadyCloud says that an organization or a webhook is not there for this access token. */
const GONE = ['403', '404'];

/**
 * Whether ReadyCloud has exactly the webhooks that this trigger needs; then they are remembered.
 *
 * @throws NodeOperationError when ReadyCloud cannot call the URL, no event is chosen, or an option is
 *   unreadable
 */
export async function checkWebhooks(context: IHookFunctions): Promise<boolean> {
	const { webhookUrl, client, organization, registration } = await connectTrigger(context);
	checkSettings(context, webhookUrl, registration.wanted, {
		name: 'ReadyCloud',
		baseUrl: client.baseUrl,
		wantsHttps: true,
	});
	checkSwitches(context, readyCloudOptions);
	const sound = await findSoundWebhooks(registration);
	if (sound === null) return false;
	remember(
		memoryOf(context),
		sound.map((webhook) => rememberedOf(organization, webhook)),
	);
	return true;
}

/**
 * Makes ReadyCloud's webhooks those that this trigger needs.
 *
 * @throws NodeApiError when ReadyCloud refuses; what was made until then is removed again
 */
export async function createWebhooks(context: IHookFunctions): Promise<boolean> {
	const { client, organization, registration } = await connectTrigger(context);
	const memory = memoryOf(context);
	const before = rememberedIn(memory);
	const webhooks = await registerWebhooks(registration);
	remember(
		memory,
		webhooks.map((webhook) => rememberedOf(organization, webhook)),
	);
	// The URL of n8n may have changed while it was down: then those are registered at the old one.
	const ids = new Set(webhooks.map(({ url }) => ownId(url)));
	await deleteRemembered(
		client,
		before.filter(({ id }) => !ids.has(id)),
	);
	return true;
}

/** Removes the webhooks of this trigger. An organization that is gone has none. */
export async function deleteWebhooks(context: IHookFunctions): Promise<boolean> {
	const { client, registration } = await connectTrigger(context);
	const memory = memoryOf(context);
	const webhooks = (await unregisterWebhooks(registration).catch(ignoreGone)) ?? [];
	const removed = new Set(webhooks.map(({ url }) => ownId(url)));
	await deleteRemembered(
		client,
		rememberedIn(memory).filter(({ id }) => !removed.has(id)),
	);
	delete memory.webhooks;
	return true;
}

async function deleteRemembered(
	client: ApiClient,
	remembered: readonly RememberedWebhook[],
): Promise<void> {
	for (const { id, organization } of remembered) {
		await new WebhooksOf(client, organization).delete(id).catch(ignoreGone);
	}
}

/** What is gone needs no removing. */
function ignoreGone(error: unknown): undefined {
	if (error instanceof NodeApiError && GONE.includes(error.httpCode ?? '')) return;
	throw error;
}
