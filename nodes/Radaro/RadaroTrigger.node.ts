import {
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { eventOptions } from '../shared/event/eventCatalogue';
import { answerProperty, triggerWebhooks } from '../shared/trigger/answering';
import { checkProof } from '../shared/trigger/checkProof';
import { isPublishing, publishing } from '../shared/trigger/publishing';
import { receiveWebhook } from '../shared/trigger/receiveWebhook';
import {
	anyEventNotice,
	eventsProperty,
	eventsSubtitle,
	filtersProperty,
	listsAsProperty,
	outputProperty,
} from '../shared/trigger/triggerProperties';
import { readSettings } from '../shared/trigger/triggerSettings';
import { RADARO_EVENTS } from './event/events';
import { RADARO_FILTERS } from './event/statuses';
import { tokenFlaw, testTokens } from './trigger/secrets';
import { radaroOptions, radaroPanel, radaroSetup } from './trigger/triggerProperties';
import { radaroWebhook } from './trigger/webhook';

const EVENTS = eventOptions(RADARO_EVENTS);

export class RadaroTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Radaro Trigger',
		name: 'radaroTrigger',
		icon: { light: 'file:radaro.svg', dark: 'file:radaro.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: eventsSubtitle(EVENTS),
		description:
			'Starts the workflow when Radaro reports a delivery event. Actions of the Radaro node create, read and change its jobs.',
		eventTriggerDescription: 'Let something happen to a job in Radaro. It must call the Test URL.',
		triggerPanel: radaroPanel,
		activationMessage:
			"From now on, the chosen events at Radaro start this workflow. The Production URL must stand in Radaro's portal, under Settings → General → API Settings.",
		defaults: { name: 'Radaro Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'radaroWebhookApi', required: true, testedBy: 'radaroProof' }],
		webhooks: triggerWebhooks('radaro', 'POST'),
		properties: [
			radaroSetup,
			eventsProperty(EVENTS),
			anyEventNotice,
			outputProperty,
			listsAsProperty,
			answerProperty('enter the new one in Radaro.'),
			filtersProperty(RADARO_FILTERS),
			radaroOptions,
		],
	};

	methods = {
		credentialTest: {
			async radaroProof(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				return testTokens(credential);
			},
		},
	};

	// Radaro has no interface to register a URL: users paste it, so that only settings and token are checked.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await publishing(isPublishing(this), async () => {
					readSettings(this, radaroWebhook);
					await checkProof(this, 'radaroWebhookApi', tokenFlaw);
					return true;
				});
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveWebhook(this, radaroWebhook);
	}
}
