import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';

import { checkReachable } from '../../shared/trigger/reachableUrl';
import { soundSubscriptions, subscribe, unsubscribe } from '../../shared/trigger/registration';
import { type ConnectedTrigger, connectTrigger } from './connectTrigger';
import { memoryOf, remember } from './memory';

/**
 * Whether RoutiGo has exactly the webhooks that this trigger needs; then they are remembered.
 *
 * @throws NodeOperationError when RoutiGo cannot call the address, or no event is chosen
 */
export async function checkWebhooks(context: IHookFunctions): Promise<boolean> {
	const trigger = await connectTrigger(context);
	checkSense(context, trigger);
	const sound = await soundSubscriptions(trigger.subscriptions);
	if (sound === null) return false;
	remember(memoryOf(context), sound);
	return true;
}

/**
 * Makes RoutiGo's webhooks those that this trigger needs.
 *
 * @throws NodeApiError when RoutiGo refuses; what was made until then is removed again
 */
export async function createWebhooks(context: IHookFunctions): Promise<boolean> {
	const { subscriptions } = await connectTrigger(context);
	remember(memoryOf(context), await subscribe(subscriptions));
	return true;
}

/** Removes the webhooks of this trigger, whatever its options say by now. */
export async function deleteWebhooks(context: IHookFunctions): Promise<boolean> {
	const { subscriptions } = await connectTrigger(context, {});
	await unsubscribe(subscriptions);
	delete memoryOf(context).webhookIds;
	return true;
}

/** n8n asks whether webhooks exist before anything else, so this is seen there. */
function checkSense(context: IHookFunctions, trigger: ConnectedTrigger): void {
	const { address, client, subscriptions } = trigger;
	const { baseUrl } = client;
	checkReachable(context, address, { name: 'RoutiGo', baseUrl, wantsHttps: false });
	if (subscriptions.wanted.length > 0) return;
	throw new NodeOperationError(context.getNode(), 'No event is chosen in the RoutiGo Trigger', {
		description: 'Choose at least one under Events, or "Any Event".',
	});
}
