import type { IHookFunctions } from 'n8n-workflow';

import { tellLeftAlone } from '../../shared/trigger/ownAddress';
import { checkReachable } from '../../shared/trigger/reachableUrl';
import {
	findSoundWebhooks,
	registerWebhooks,
	unregisterWebhooks,
} from '../../shared/trigger/registration';
import { readChoice } from '../../shared/trigger/triggerParameters';
import { readSettings } from '../../shared/trigger/triggerSettings';
import { AUTOMATIC, EVENT_TYPES } from '../event/eventTypes';
import { connectTrigger } from './connectTrigger';
import { memoryOf, remember } from './memory';
import { routigoWebhook } from './webhook';

/**
 * Whether RoutiGo has exactly the webhooks that this trigger needs; then they are remembered.
 *
 * @throws NodeOperationError when RoutiGo cannot call the URL, or no event is chosen
 */
export async function checkWebhooks(context: IHookFunctions): Promise<boolean> {
	readSettings(context, routigoWebhook);
	readChoice(context, 'eventType', 'What Notifications Describe', [AUTOMATIC, ...EVENT_TYPES]);
	const { webhookUrl, client, registration } = await connectTrigger(context);
	checkReachable(context, webhookUrl, {
		name: 'RoutiGo',
		baseUrl: client.baseUrl,
		wantsHttps: false,
	});
	const sound = await findSoundWebhooks(registration);
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
	const { registration, leftAlone } = await connectTrigger(context);
	remember(memoryOf(context), await registerWebhooks(registration));
	tellLeftAlone(context, 'RoutiGo', leftAlone);
	return true;
}

/** Removes the webhooks of this trigger, whatever its options say by now. */
export async function deleteWebhooks(context: IHookFunctions): Promise<boolean> {
	const { registration, leftAlone } = await connectTrigger(context, {});
	await unregisterWebhooks(registration);
	tellLeftAlone(context, 'RoutiGo', leftAlone);
	delete memoryOf(context).webhookIds;
	return true;
}
