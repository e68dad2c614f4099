import { deletedSchema } from '../../../shared/action/deleted';
import { operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import type { ReadyCloudOperation } from '../../operation';
import { deleteObject } from '../deleteObject';
import { contactAt, contactLocator } from './contactLocator';

export const deleteContact: ReadyCloudOperation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete contact',
	description: 'Remove one contact from ReadyCloud',
	output: deletedSchema,
	properties: [organizationLocator, contactLocator],
	async run({ client }, { values }) {
		const organization = organizationOf(values.organizationId);
		return await deleteObject(client, contactAt(organization, values.contact));
	},
});
