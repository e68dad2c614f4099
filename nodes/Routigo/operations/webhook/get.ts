import { type Operation, operation } from '../../../shared/action/operation';
import { getWebhook } from '../../api/webhookApi';
import { idOf, inWords, webhookLocator } from './webhookLocator';
import { presentWebhook, webhookOutput } from './webhookSchema';

export const getWebhookOperation: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get webhook',
	description: 'Get one webhook. Secrets in it are not shown.',
	output: webhookOutput,
	properties: [webhookLocator],
	async run({ client }, { values }) {
		const { webhook } = values;
		return presentWebhook(await getWebhook(client, idOf(webhook), inWords(webhook)));
	},
});
