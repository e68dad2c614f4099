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
import { peekOptions } from '../shared/trigger/triggerParameters';
import {
	anyEventNotice,
	eventsProperty,
	eventsSubtitle,
	filtersProperty,
	listsAsProperty,
	outputProperty,
} from '../shared/trigger/triggerProperties';
import { namesIn } from './api/namedValues';
import { ROUTIGO_EVENTS } from './event/events';
import { ROUTIGO_FILTERS } from './event/statuses';
import { eventTypeProperty, tourNotice } from './event/eventTypes';
import { checkWebhooks, createWebhooks, deleteWebhooks } from './trigger/lifecycle';
import { routigoOptions, routigoPanel, routigoSetup } from './trigger/triggerProperties';
import { routigoWebhookWith } from './trigger/webhook';

const EVENTS = eventOptions(ROUTIGO_EVENTS, ALL_LISTED);

export class RoutigoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'RoutiGo Trigger',
		name: 'routigoTrigger',
		icon: { light: 'file:routigo.svg', dark: 'file:routigo.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: eventsSubtitle(EVENTS),
		description:
			'Starts the workflow when RoutiGo reports a tour, a stop or a delivery. Actions of the RoutiGo node upload orders and look after webhooks.',
		eventTriggerDescription: 'Let something happen to a tour in RoutiGo',
		triggerPanel: routigoPanel,
		activationMessage:
			'From now on, the chosen events at RoutiGo start this workflow. Nothing has to be entered there: a webhook is registered for each of them.',
		defaults: { name: 'RoutiGo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'routigoApi', required: true }],
		// The life cycle belongs to the first entry alone, so that it runs once.
		webhooks: registeredWebhooks('routigo', 'POST'),
		properties: [
			routigoSetup,
			eventsProperty(EVENTS),
			anyEventNotice,
			eventTypeProperty,
			asNodeProperty(tourNotice('events')),
			outputProperty,
			listsAsProperty,
			answerProperty(
				'publish again. RoutiGo calls again after a failure, by default every 10 minutes for a day.',
			),
			filtersProperty(ROUTIGO_FILTERS),
			routigoOptions,
		],
	};

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
		const { headers } = peekOptions(this);
		return await receiveWebhook(this, routigoWebhookWith(namesIn(headers)));
	}
}
