import { deletedIdSchema } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import { deleteObject } from '../requests';
import { contactAt, contactLocator } from './contactLocator';

export const deleteContact: Operation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete contact',
	description: 'Remove one contact from ReadyCloud',
	output: deletedIdSchema,
	properties: [organizationLocator, contactLocator],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		return await deleteObject(client, contactAt(client, organization, values.contact));
	},
});
