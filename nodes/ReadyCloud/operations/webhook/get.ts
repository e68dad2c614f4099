import { type Operation, operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import { requestObject } from '../requests';
import { webhookAt, webhookLocator } from './webhookLocator';
import { presentWebhook, webhookSchema } from './webhookSchema';

export const getWebhook: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get webhook',
	description: 'Get one webhook, such as to see whether it is suspended',
	output: webhookSchema,
	properties: [organizationLocator, webhookLocator],
	async run({ client }, { values }) {
		const { path, wanted } = webhookAt(
			client,
			await organizationOf(client, values.organizationId),
			values.webhook,
		);
		return presentWebhook(
			await requestObject(client, { method: 'GET', path, wanted, what: 'a webhook' }),
		);
	},
});
