import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import { PUBLISH_TIMES } from '../../shared/api/limits';
import { ANY_EVENT } from '../../shared/event/eventCatalogue';
import { chosenUrl, ownUrls } from '../../shared/trigger/answering';
import type { WebhookRegistration } from '../../shared/trigger/registration';
import { peekEvents, peekOptions, peekParameter } from '../../shared/trigger/triggerParameters';
import { apiSecretOf, routigoClient } from '../api/client';
import type { SubscriptionOptions } from '../api/subscriptionOptions';
import { triggersOf } from '../event/events';
import { AUTOMATIC, typeOf } from '../event/eventTypes';
import type { RoutigoSubscription, RoutigoWebhook } from '../event/schema';
import { memoryOf, rememberedIn } from './memory';
import { routigoRegistration } from './registration';
import { deriveSecret } from './secrets';
import { triggerSubscription } from './triggerSubscription';
import { tokensOf } from './verify';

export interface ConnectedTrigger {
	webhookUrl: string;
	client: ApiClient;
	registration: WebhookRegistration<RoutigoWebhook>;
	/** The URLs of webhooks that it found, but did not touch, see `tellLeftAlone`. */
	leftAlone: ReadonlySet<string>;
}

/**
 * What a trigger needs to look after its webhooks at RoutiGo.
 *
 * @param options those of the node, unless told otherwise
 * @throws NodeOperationError when the credential cannot be used, or an option cannot be sent
 */
export async function connectTrigger(
	context: IHookFunctions,
	options: SubscriptionOptions = peekOptions(context),
): Promise<ConnectedTrigger> {
	const webhookUrl = chosenUrl(context) ?? '';
	const apiSecret = apiSecretOf(await context.getCredentials('routigoApi'));
	const secret = apiSecret === null ? null : deriveSecret(webhookUrl, apiSecret);
	const masked = secret === null ? [] : tokensOf(secret);
	// It refuses a credential without a key.
	const client = await routigoClient(context, PUBLISH_TIMES, masked);
	const events = peekEvents(context);
	const leftAlone = new Set<string>();
	return {
		webhookUrl,
		client,
		leftAlone,
		registration: routigoRegistration({
			client,
			webhookUrl,
			ownUrls: ownUrls(context),
			leftAlone,
			wanted: secret === null ? [] : wantedBy(context, events, secret, options),
			isAny: events.includes(ANY_EVENT),
			remembered: rememberedIn(memoryOf(context)),
			masked: apiSecret === null ? [] : [apiSecret],
		}),
	};
}

function wantedBy(
	context: IHookFunctions,
	events: readonly string[],
	secret: string,
	options: SubscriptionOptions,
): RoutigoSubscription[] {
	const chosen = String(peekParameter(context, 'eventType', AUTOMATIC));
	const url = chosenUrl(context) ?? '';
	const name = `n8n: ${context.getWorkflow().name ?? context.getNode().name}`;
	try {
		return triggersOf(events).map((event) =>
			triggerSubscription({ event, type: typeOf(event, chosen) }, { url, name, secret }, options),
		);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new NodeOperationError(context.getNode(), reason, {
			description: 'Change it under Options, and publish the workflow again.',
		});
	}
}
