import { type IHookFunctions, NodeApiError } from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import { ownUrls } from '../../shared/trigger/answering';
import { checkSwitches } from '../../shared/trigger/checkSwitches';
import { tellLeftAlone } from '../../shared/trigger/ownAddress';
import { checkReachable } from '../../shared/trigger/reachableUrl';
import {
	findSoundWebhooks,
	registerWebhooks,
	removeAll,
	unregisterWebhooks,
} from '../../shared/trigger/registration';
import { readSettings } from '../../shared/trigger/triggerSettings';
import { WebhooksOf } from '../api/webhookApi';
import type { ReadyCloudWebhook } from '../event/schema';
import { ownId } from '../event/urlIds';
import { connectTrigger } from './connectTrigger';
import { memoryOf, remember, rememberedIn, rememberedOf, type RememberedWebhook } from './memory';
import { isOwn } from './registration';
import { readyCloudOptions } from './triggerProperties';
import { readyCloudWebhook } from './webhook';

/** How ReadyCloud says that an organization or a webhook is not there for this access token. */
const GONE = ['403', '404'];

/**
 * Whether ReadyCloud has exactly the webhooks that this trigger needs; then they are remembered.
 *
 * @throws NodeOperationError when ReadyCloud cannot call the URL, no event is chosen, or an option is
 *   unreadable
 */
export async function checkWebhooks(context: IHookFunctions): Promise<boolean> {
	readSettings(context, readyCloudWebhook);
	const { webhookUrl, client, organization, registration } = await connectTrigger(context);
	checkReachable(context, webhookUrl, {
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
	await settleOthers(context, client, before, webhooks);
	return true;
}

/** Removes the webhooks of this trigger. An organization that is gone has none. */
export async function deleteWebhooks(context: IHookFunctions): Promise<boolean> {
	const { client, registration } = await connectTrigger(context);
	const memory = memoryOf(context);
	const webhooks = await unregisterWebhooks({
		...registration,
		// Of one webhook, the same refusal may mean that the token is not allowed to delete it.
		list: async () => (await registration.list().catch(ignoreGone)) ?? [],
	});
	await settleOthers(context, client, rememberedIn(memory), webhooks);
	delete memory.webhooks;
	return true;
}

/**
 * Looks after what is remembered besides: webhooks that call this trigger from the organization that was
 * chosen before are removed, and those that call another address are left alone.
 *
 * @param settled what needs no looking after
 */
async function settleOthers(
	context: IHookFunctions,
	client: ApiClient,
	remembered: readonly RememberedWebhook[],
	settled: readonly ReadyCloudWebhook[],
): Promise<void> {
	const settledIds = new Set(settled.map(({ url }) => ownId(url)));
	const others = remembered.filter(({ id }) => !settledIds.has(id));
	const leftAlone: string[] = [];
	const removed: Array<{ api: WebhooksOf; id: string }> = [];
	for (const organization of new Set(others.map((each) => each.organization))) {
		const api = new WebhooksOf(client, organization);
		const ids = new Set(others.map(({ id }) => id));
		const listed = await api.list(({ url }) => ids.has(ownId(url) ?? '')).catch(ignoreGone);
		for (const { url, remote_url: called } of listed ?? []) {
			const callsUs = ownUrls(context).some((own) => isOwn(own, called));
			if (callsUs) removed.push({ api, id: ownId(url) ?? '' });
			else leftAlone.push(called);
		}
	}
	tellLeftAlone(context, 'ReadyCloud', leftAlone);
	await removeAll(removed, async ({ api, id }) => await api.delete(id));
}

/** What is gone needs no removing. */
function ignoreGone(error: unknown): undefined {
	if (error instanceof NodeApiError && GONE.includes(error.httpCode ?? '')) return;
	throw error;
}
