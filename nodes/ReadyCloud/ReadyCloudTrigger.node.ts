import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { asNodeProperty } from '../shared/api/properties';
import { ALL_LISTED, eventOptions } from '../shared/event/eventCatalogue';
import { answerProperty, registeredWebhooks } from '../shared/trigger/answering';
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
import { searchOrganizations } from './api/listSearch';
import { organizationLocator } from './api/locators';
import { READYCLOUD_EVENTS } from './event/events';
import { READYCLOUD_FILTERS } from './event/statuses';
import { checkWebhooks, createWebhooks, deleteWebhooks } from './trigger/lifecycle';
import { readyCloudOptions, readyCloudPanel, readyCloudSetup } from './trigger/triggerProperties';
import { readyCloudWebhook } from './trigger/webhook';

const EVENTS = eventOptions(READYCLOUD_EVENTS, ALL_LISTED);

export class ReadyCloudTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ReadyCloud Trigger',
		name: 'readyCloudTrigger',
		icon: { light: 'file:readycloud.svg', dark: 'file:readycloud.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: eventsSubtitle(EVENTS),
		description:
			'Starts the workflow when ReadyCloud reports that an order was changed, scanned or delivered. Actions of the ReadyCloud node work with orders and contacts.',
		eventTriggerDescription: 'Let something happen to an order in ReadyCloud',
		triggerPanel: readyCloudPanel,
		activationMessage:
			'From now on, the chosen events at ReadyCloud start this workflow. Nothing has to be entered there: a webhook is registered for each of them.',
		defaults: { name: 'ReadyCloud Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'readyCloudApi', required: true }],
		// The life cycle belongs to the first entry alone, so that it runs once.
		webhooks: registeredWebhooks('readycloud', 'PUT', ['POST', 'GET']),
		properties: [
			readyCloudSetup,
			asNodeProperty(organizationLocator),
			eventsProperty(EVENTS),
			anyEventNotice,
			outputProperty,
			listsAsProperty,
			answerProperty('publish again. ReadyCloud suspends a webhook after failures.'),
			filtersProperty(READYCLOUD_FILTERS),
			readyCloudOptions,
		],
	};

	methods = { listSearch: { searchOrganizations } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await publishing(isPublishing(this), async () => await checkWebhooks(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await publishing(isPublishing(this), async () => await createWebhooks(this));
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await deleteWebhooks(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveWebhook(this, readyCloudWebhook);
	}
}
