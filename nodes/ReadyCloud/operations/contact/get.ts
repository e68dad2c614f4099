import type { IDataObject } from 'n8n-workflow';

import { type Operation, operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import { readable } from '../../api/withIdsAndMoney';
import { requestObject } from '../requests';
import { contactAt, contactLocator } from './contactLocator';
import { contactSchema } from './contactSchema';

export const getContact: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get contact',
	description: 'Get one contact',
	output: contactSchema,
	properties: [organizationLocator, contactLocator],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const found = await requestObject(client, {
			method: 'GET',
			...contactAt(client, organization, values.contact),
			what: 'a contact',
		});
		return readable(found) as IDataObject;
	},
});
