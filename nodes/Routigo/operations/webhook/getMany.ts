import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { filters } from '../../../shared/api/fields';
import { listWebhooks } from '../../api/webhookApi';
import { eventField, typeField } from './fields';
import { presentWebhook, webhookOutput } from './webhookSchema';

export const getManyWebhooks: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'Get the webhooks of your company, also those of others. Secrets are not shown.',
	output: webhookOutput,
	properties: [...listProperties, filters([eventField, typeField])],
	async run({ client }, { values }) {
		const { event, eventType: type } = values.filters;
		const webhooks = await listWebhooks(client, { event, type });
		return webhooks.slice(0, limitOf(values)).map(presentWebhook);
	},
});
