import type { IDataObject } from 'n8n-workflow';

import { type Operation, operation } from '../../../shared/action/operation';
import { checkChanges, updateFields } from '../../../shared/action/updateFields';
import { organizationLocator, organizationOf } from '../../api/locators';
import { readable } from '../../api/withIdsAndMoney';
import { requestObject } from '../requests';
import { contactBody } from './contactBody';
import { contactFields } from './contactFields';
import { contactAt, contactLocator } from './contactLocator';
import { contactSchema } from './contactSchema';

export const updateContact: Operation = operation({
	value: 'update',
	name: 'Update',
	action: 'Update contact',
	description: 'Change some attributes of one contact',
	output: contactSchema,
	properties: [organizationLocator, contactLocator, updateFields(contactFields)],
	async run({ client }, { values }) {
		const at = contactAt(
			client,
			await organizationOf(client, values.organizationId),
			values.contact,
		);
		const body = contactBody(values.updateFields);
		checkChanges(body);
		const updated = await requestObject(client, {
			method: 'PATCH',
			...at,
			body,
			sent: { ...body, url: `/api/v2${at.path}` },
			subject: 'this change',
			what: 'a contact',
		});
		return readable(updated) as IDataObject;
	},
});
