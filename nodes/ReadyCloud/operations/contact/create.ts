import type { IDataObject } from 'n8n-workflow';

import { withoutBlanks } from '../../../shared/action/attributes';
import { type Operation, operation } from '../../../shared/action/operation';
import { collection } from '../../../shared/api/fields';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { organizationLocator, organizationOf } from '../../api/locators';
import { organizationNamed } from '../../api/names';
import { collectionPath } from '../../api/paths';
import { readable } from '../../api/withIdsAndMoney';
import { requestObject } from '../requests';
import { contactBody } from './contactBody';
import { addressesField, contactFields } from './contactFields';
import { contactSchema } from './contactSchema';

export const createContact: Operation = operation({
	value: 'create',
	name: 'Create',
	action: 'Create contact',
	description: 'Create one contact per item',
	output: contactSchema,
	properties: [
		organizationLocator,
		collection('Contact Fields', 'contactFields', {
			description: 'What is known of the contact',
			options: contactFields,
		}),
		addressesField,
	],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const { addresses } = values;
		const body = contactBody({ ...withoutBlanks(values.contactFields), addresses });
		if (Object.keys(body).length === 0) {
			throw new InvalidInput('The contact is empty. Give at least a name or an address.');
		}
		const created = await requestObject(client, {
			method: 'POST',
			path: collectionPath(organization, 'contacts'),
			body,
			sent: body,
			wanted: organizationNamed(client, organization),
			subject: 'this contact',
			what: 'a contact',
		});
		return readable(created) as IDataObject;
	},
});
