import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { ApiClient } from '../shared/apiClient';
import type { Subscriptions } from '../shared/subscriptions';
import { routigoClient } from './client';
import { triggersOf } from './events';
import { typeOf } from './eventTypes';
import { memoryOf, registeredIn } from './registered';
import type { RoutigoSubscription, RoutigoWebhook } from './schema';
import { apiSecretOf, deriveSecret } from './secret';
import { triggerSubscription } from './subscription';
import type { SubscriptionOptions } from './subscriptionOptions';
import { routigoSubscriptions } from './subscriptions';

export interface ConnectedTrigger {
	address: string;
	client: ApiClient;
	subscriptions: Subscriptions<RoutigoWebhook>;
}

/**
 * What a trigger needs to look after its webhooks at RoutiGo.
 *
 * @throws NodeOperationError when the credential cannot be used, or an option cannot be sent
 */
export async function connectTrigger(context: IHookFunctions): Promise<ConnectedTrigger> {
	const client = await routigoClient(context);
	const address = context.getNodeWebhookUrl('default') ?? '';
	const wanted = await wantedBy(context, address);
	const remembered = registeredIn(memoryOf(context));
	return {
		address,
		client,
		subscriptions: routigoSubscriptions({ client, address, wanted, remembered }),
	};
}

async function wantedBy(context: IHookFunctions, address: string): Promise<RoutigoSubscription[]> {
	const events = context.getNodeParameter('events', []) as string[];
	const chosen = context.getNodeParameter('eventType') as string;
	const options = context.getNodeParameter('options', {}) as SubscriptionOptions;
	const apiSecret = apiSecretOf(await context.getCredentials('routigoApi')) ?? '';
	const target = {
		url: address,
		name: `n8n: ${context.getWorkflow().name ?? context.getNode().name}`,
		secret: deriveSecret(address, apiSecret),
	};
	try {
		return triggersOf(events).map((event) =>
			triggerSubscription({ event, type: typeOf(event, chosen) }, target, options),
		);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new NodeOperationError(context.getNode(), reason, {
			description: 'Change it under Options, and publish the workflow again.',
		});
	}
}
