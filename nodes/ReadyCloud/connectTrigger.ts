import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { ApiClient } from '../shared/apiClient';
import type { RequestTimes } from '../shared/requestOptions';
import type { Subscriptions } from '../shared/subscriptions';
import { isRecord } from '../shared/values';
import { readyCloudClient } from './client';
import { idGiven } from './ids';
import type { ReadyCloudWebhook } from './schema';
import { readyCloudSubscriptions } from './subscriptions';
import { WebhooksOf } from './webhookApi';

export interface ConnectedTrigger {
	address: string;
	client: ApiClient;
	organization: string;
	subscriptions: Subscriptions<ReadyCloudWebhook>;
}

/**
 * What a trigger needs to look after its webhooks at ReadyCloud.
 *
 * @throws NodeOperationError when the organization is no id, or the credential cannot be used
 */
export async function connectTrigger(
	context: IHookFunctions | IWebhookFunctions,
	times?: RequestTimes,
): Promise<ConnectedTrigger> {
	const client = await readyCloudClient(context, times);
	const organization = organizationOf(context);
	const address = context.getNodeWebhookUrl('default') ?? '';
	const events = context.getNodeParameter('events', []) as string[];
	const api = new WebhooksOf(client, organization);
	return {
		address,
		client,
		organization,
		subscriptions: readyCloudSubscriptions(api, address, events),
	};
}

function organizationOf(context: IHookFunctions | IWebhookFunctions): string {
	const given: unknown = context.getNodeParameter('organizationId', '');
	const value = isRecord(given) ? given.value : given;
	const organization = idGiven(value, 'orgs');
	if (organization !== null) return organization;
	throw new NodeOperationError(
		context.getNode(),
		`"${String(value)}" is not the ID of an organization of ReadyCloud`,
		{
			description:
				'Choose the organization from the list, or enter its ID or URL as ReadyCloud gives it. Capitals count.',
		},
	);
}
