import { DELETED, deletedIdSchema } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { deleteWebhook } from '../../api/webhookApi';
import { idOf, inWords, webhookLocator } from './webhookLocator';

export const deleteWebhookOperation: Operation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete webhook',
	description: 'Remove one webhook. It may belong to another program of your company.',
	output: deletedIdSchema,
	properties: [webhookLocator],
	async run({ client }, { values }) {
		const id = idOf(values.webhook);
		if (await deleteWebhook(client, id, inWords(values.webhook))) return { ...DELETED, id };
		throw client.error({
			message: `RoutiGo has no ${inWords(values.webhook)}`,
			description: 'It may have been deleted already. Check the ID.',
		});
	},
});
