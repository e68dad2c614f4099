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

import { dayIn } from '../shared/basic/today';
import { eventOptions } from '../shared/event/eventCatalogue';
import { answerProperty, triggerWebhooks } from '../shared/trigger/answering';
import { checkProof } from '../shared/trigger/checkProof';
import { isPublishing, publishing } from '../shared/trigger/publishing';
import { receiveWebhook } from '../shared/trigger/receiveWebhook';
import { peekOptions } from '../shared/trigger/triggerParameters';
import {
	anyEventNotice,
	eventsProperty,
	eventsSubtitle,
	filtersProperty,
	listsAsProperty,
	outputProperty,
} from '../shared/trigger/triggerProperties';
import { readSettings } from '../shared/trigger/triggerSettings';
import { DETRACK_EVENTS } from './event/events';
import { DETRACK_FILTERS } from './event/statuses';
import { proofFlaw, testAuthentication } from './trigger/secrets';
import {
	deletedNotice,
	detrackOptions,
	detrackPanel,
	detrackSetup,
} from './trigger/triggerProperties';
import { detrackWebhook } from './trigger/webhook';

const EVENTS = eventOptions(DETRACK_EVENTS);

export class DetrackTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Detrack Trigger',
		name: 'detrackTrigger',
		icon: { light: 'file:detrack.svg', dark: 'file:detrack.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: eventsSubtitle(EVENTS),
		description:
			'Starts the workflow when Detrack reports a delivery event. Actions of the Detrack node create, find and change its jobs.',
		eventTriggerDescription: 'Let something happen to a job in Detrack. It must call the Test URL.',
		triggerPanel: detrackPanel,
		activationMessage:
			'From now on, the chosen events at Detrack start this workflow. The Production URL must stand in Detrack, under Settings → Webhook.',
		defaults: { name: 'Detrack Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'detrackWebhookApi', required: true, testedBy: 'detrackProof' }],
		webhooks: triggerWebhooks('detrack', 'POST'),
		properties: [
			detrackSetup,
			eventsProperty(EVENTS),
			anyEventNotice,
			deletedNotice,
			outputProperty,
			listsAsProperty,
			answerProperty('enter the new one in Detrack.'),
			filtersProperty(DETRACK_FILTERS),
			detrackOptions,
		],
	};

	methods = {
		credentialTest: {
			async detrackProof(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				return testAuthentication(credential);
			},
		},
	};

	// Registering by API would replace the account's only URL: users paste it instead. But n8n asks here.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await publishing(isPublishing(this), async () => {
					readSettings(this, detrackWebhook({ today: null }));
					await checkProof(this, 'detrackWebhookApi', proofFlaw);
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
		const vendor = detrackWebhook({
			today: dayIn(this.getTimezone(), new Date()),
			options: peekOptions(this),
		});
		return await receiveWebhook(this, vendor);
	}
}
