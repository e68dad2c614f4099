import { deletedIdSchema } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import { deleteObject } from '../requests';
import { webhookAt, webhookLocator } from './webhookLocator';

export const deleteWebhook: Operation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete webhook',
	description: 'Have ReadyCloud call an address no longer',
	output: deletedIdSchema,
	properties: [organizationLocator, webhookLocator],
	async run({ client }, { values }) {
		const { path, wanted } = webhookAt(
			client,
			await organizationOf(client, values.organizationId),
			values.webhook,
		);
		return await deleteObject(client, { path, wanted });
	},
});
