import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import { PUBLISH_TIMES, type RequestTimes } from '../../shared/api/limits';
import { chosenUrl, ownUrls } from '../../shared/trigger/answering';
import type { WebhookRegistration } from '../../shared/trigger/registration';
import { peekEvents } from '../../shared/trigger/triggerParameters';
import { chosenOrganization } from '../api/chosenOrganization';
import { readyCloudClient } from '../api/client';
import { WebhooksOf } from '../api/webhookApi';
import type { ReadyCloudWebhook } from '../event/schema';
import { memoryOf, rememberedIn } from './memory';
import { readyCloudRegistration } from './registration';

export interface ConnectedTrigger {
	webhookUrl: string;
	api: WebhooksOf;
	client: ApiClient;
	organization: string;
	registration: WebhookRegistration<ReadyCloudWebhook>;
}

/**
 * What a trigger needs to look after its webhooks at ReadyCloud.
 *
 * @throws NodeOperationError when the organization is no id, or none is named and there are several, or the
 * credential cannot be used
 */
export async function connectTrigger(
	context: IHookFunctions | IWebhookFunctions,
	times: RequestTimes = PUBLISH_TIMES,
): Promise<ConnectedTrigger> {
	const client = await readyCloudClient(context, times);
	const [remembered] = rememberedIn(memoryOf(context));
	const organization = await chosenOrganization(context, client, remembered?.organization);
	const webhookUrl = chosenUrl(context) ?? '';
	const events = peekEvents(context);
	const api = new WebhooksOf(client, organization);
	return {
		webhookUrl,
		api,
		client,
		organization,
		registration: {
			...readyCloudRegistration(api, webhookUrl, ownUrls(context), events),
			allowMore: (seconds) => client.allow(seconds),
		},
	};
}
