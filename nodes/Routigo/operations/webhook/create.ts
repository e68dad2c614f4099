import { type Operation, operation } from '../../../shared/action/operation';
import { collection } from '../../../shared/api/fields';
import { subscriptionOf } from '../../api/subscription';
import { readSubscriptionOptions, subscriptionFields } from '../../api/subscriptionOptions';
import { createWebhook } from '../../api/webhookApi';
import { eventTypeProperty, tourNotice, typeOf } from '../../event/eventTypes';
import { checkedName, checkedUrl, eventField, nameField, urlField } from './fields';
import { presentWebhook, webhookOutput } from './webhookSchema';

export const createWebhookOperation: Operation = operation({
	value: 'create',
	name: 'Create',
	action: 'Create webhook',
	description:
		'Have RoutiGo call an address when something happens. The trigger does so by itself.',
	output: webhookOutput,
	properties: [
		{ ...eventField, required: true },
		eventTypeProperty,
		tourNotice('event'),
		{ ...urlField, required: true },
		{ ...nameField, required: true },
		collection('Additional Fields', 'additionalFields', { options: subscriptionFields }),
	],
	async run({ client }, { values }) {
		const { event, additionalFields } = values;
		const subscription = subscriptionOf(
			{ event, type: typeOf(event, values.eventType) },
			{ name: checkedName(values.name), url: checkedUrl(values.url) },
			readSubscriptionOptions(additionalFields),
		);
		return presentWebhook(await createWebhook(client, subscription));
	},
});
