import { type IHookFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import { checkReachable } from '../../shared/trigger/reachableUrl';
import { soundSubscriptions, subscribe, unsubscribe } from '../../shared/trigger/registration';
import { WebhooksOf } from '../api/webhookApi';
import { ownId } from '../event/urlIds';
import { type ConnectedTrigger, connectTrigger } from './connectTrigger';
import { memoryOf, type Registered, registeredIn, remember } from './memory';

/** How ReadyCloud says that an organization or a webhook is not there for this access token. */
const GONE = ['403', '404'];

/**
 * Whether ReadyCloud has exactly the webhooks that this trigger needs; then they are remembered.
 *
 * @throws NodeOperationError when ReadyCloud cannot call the address, or no event is chosen
 */
export async function checkWebhooks(context: IHookFunctions): Promise<boolean> {
	const trigger = await connectTrigger(context);
	checkSense(context, trigger);
	const { organization, subscriptions } = trigger;
	const sound = await soundSubscriptions(subscriptions);
	if (sound === null) return false;
	remember(memoryOf(context), organization, sound);
	return true;
}

/**
 * Makes ReadyCloud's webhooks those that this trigger needs.
 *
 * @throws NodeApiError when ReadyCloud refuses; what was made until then is removed again
 */
export async function createWebhooks(context: IHookFunctions): Promise<boolean> {
	const { client, organization, subscriptions } = await connectTrigger(context);
	const memory = memoryOf(context);
	const before = registeredIn(memory);
	const webhooks = await subscribe(subscriptions);
	remember(memory, organization, webhooks);
	// The address of n8n may have changed while it was down: then they stand at the old one.
	const ids = new Set(webhooks.map(({ url }) => ownId(url)));
	await forget(
		client,
		before.filter(({ id }) => !ids.has(id)),
	);
	return true;
}

/** Removes the webhooks of this trigger. An organization that is gone has none. */
export async function deleteWebhooks(context: IHookFunctions): Promise<boolean> {
	const { client, subscriptions } = await connectTrigger(context);
	const memory = memoryOf(context);
	const webhooks = (await unsubscribe(subscriptions).catch(unlessGone)) ?? [];
	const removed = new Set(webhooks.map(({ url }) => ownId(url)));
	await forget(
		client,
		registeredIn(memory).filter(({ id }) => !removed.has(id)),
	);
	delete memory.webhooks;
	return true;
}

async function forget(client: ApiClient, registered: readonly Registered[]): Promise<void> {
	for (const { id, organization } of registered) {
		await new WebhooksOf(client, organization).delete(id).catch(unlessGone);
	}
}

/** What is gone needs no removing. */
function unlessGone(error: unknown): undefined {
	if (error instanceof NodeApiError && GONE.includes(error.httpCode ?? '')) return;
	throw error;
}

/** n8n asks whether webhooks exist before anything else, so this is seen there. */
function checkSense(context: IHookFunctions, trigger: ConnectedTrigger): void {
	const { address, client, subscriptions } = trigger;
	const { baseUrl } = client;
	checkReachable(context, address, { name: 'ReadyCloud', baseUrl, wantsHttps: true });
	if (subscriptions.wanted.length > 0) return;
	throw new NodeOperationError(context.getNode(), 'No event is chosen in the ReadyCloud Trigger', {
		description: 'Choose at least one under Events, or "Any Event".',
	});
}
