import { type Operation, operation } from '../../../shared/action/operation';
import type { ValuesOf } from '../../../shared/action/parameters';
import { checkChanges, updateFields } from '../../../shared/action/updateFields';
import { defineProperties } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { subscriptionIn, subscriptionOf, valuesIn } from '../../api/subscription';
import { readSubscriptionOptions, subscriptionFields } from '../../api/subscriptionOptions';
import { getWebhook, updateWebhook } from '../../api/webhookApi';
import type { RoutigoSubscription, RoutigoWebhook } from '../../event/schema';
import { checkedName, checkedUrl, eventField, nameField, typeField, urlField } from './fields';
import { idOf, inWords, webhookLocator } from './webhookLocator';
import { hasMask, presentWebhook, webhookOutput } from './webhookSchema';

const properties = defineProperties([
	webhookLocator,
	updateFields(
		[eventField, typeField, urlField, nameField, ...subscriptionFields],
		'What to change. All else stays; a field that is added and left empty is cleared.',
	),
]);

type Changes = ValuesOf<typeof properties>['updateFields'];

export const updateWebhookOperation: Operation = operation({
	value: 'update',
	name: 'Update',
	action: 'Update webhook',
	description: 'Change some settings of one webhook',
	output: webhookOutput,
	properties,
	async run({ client }, { values }) {
		const id = idOf(values.webhook);
		// A field whose expression yields nothing is not to be changed either.
		const given = Object.entries(values.updateFields).filter(([, value]) => value !== undefined);
		const changes: Changes = Object.fromEntries(given);
		checkChanges(changes);
		const wanted = inWords(values.webhook);
		const webhook = await getWebhook(client, id, wanted);
		if (webhook.id !== id) {
			throw client.error({
				message: `RoutiGo answered with something else than the ${wanted}`,
				description: `Nothing was changed. RoutiGo gave the webhook with the ID "${webhook.id}". Check "Use Another Server" in the credential.`,
			});
		}
		return presentWebhook(await updateWebhook(client, id, withChanges(webhook, changes)));
	},
});

/**
 * RoutiGo replaces a whole webhook, so what is not to change is sent as it is, also what nobody knows here.
 */
function withChanges(webhook: RoutigoWebhook, changes: Changes): RoutigoSubscription {
	const current = subscriptionIn(webhook);
	const { action } = current;
	const given = readSubscriptionOptions(changes);
	const names = Object.keys(changes);
	const added = Object.entries(given).filter(([name]) => names.includes(name));
	const subscription = subscriptionOf(
		{
			event: changes.event ?? current.routigoEvent,
			type: changes.eventType ?? current.routigoEventType,
		},
		{
			name: changes.name === undefined ? action.name : checkedName(changes.name),
			url: changes.url === undefined ? action.url : checkedUrl(changes.url),
		},
		{ ...valuesIn(webhook), ...Object.fromEntries(added) },
	);
	const whole = withUnknown(webhook, subscription);
	// The client masks the API key, wherever it stands.
	if (hasMask(whole)) {
		throw new InvalidInput(
			'This webhook holds your own API key, which is not read. Enter its headers, parameters and URL anew under "Update Fields".',
		);
	}
	return whole;
}

/** What a subscription may hold as far as it is known; all else is kept as it is. */
const KNOWN: Readonly<Record<'webhook' | 'action', readonly string[]>> = {
	webhook: ['id', 'routigoEvent', 'routigoEventType', 'serviceCentres', 'action'],
	action: [
		'name',
		'url',
		'headers',
		'queryParameters',
		'minutesToLive',
		'secondsDelayBeforeRetry',
		'supplierToFilterOn',
	],
};

function withUnknown(
	webhook: RoutigoWebhook,
	subscription: RoutigoSubscription,
): RoutigoSubscription {
	return {
		...without(webhook, KNOWN.webhook),
		...subscription,
		action: { ...without(webhook.action ?? {}, KNOWN.action), ...subscription.action },
	};
}

function without(object: object, keys: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
