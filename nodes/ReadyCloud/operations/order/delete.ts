import { deletedIdSchema } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import { orderPath } from '../../api/paths';
import { deleteObject } from '../requests';
import { orderIdOf, orderLocator, orderNamed } from './orderLocator';

export const deleteOrder: Operation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete order',
	description: 'Remove one order from ReadyCloud',
	output: deletedIdSchema,
	properties: [organizationLocator, orderLocator],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const id = await orderIdOf(client, organization, values.order);
		return await deleteObject(client, {
			path: orderPath(organization, id),
			wanted: orderNamed(client, organization, id),
		});
	},
});
