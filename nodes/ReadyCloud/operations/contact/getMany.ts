import type { IDataObject } from 'n8n-workflow';

import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { queryProperty } from '../../../shared/action/queryParameters';
import { boolean } from '../../../shared/api/fields';
import { hintAtMissing } from '../../../shared/api/lists';
import { readList } from '../../api/lists';
import { organizationLocator, organizationOf } from '../../api/locators';
import { organizationNamed } from '../../api/names';
import { collectionPath } from '../../api/paths';
import { readable } from '../../api/withIdsAndMoney';
import { freeParameters } from '../checkedValues';
import { contactSchema } from './contactSchema';

export const getManyContacts: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Get the contacts of an organization, with their addresses',
	output: contactSchema,
	properties: [
		organizationLocator,
		...listProperties,
		boolean('Expand Notes', 'expandNotes', {
			description: 'Whether to give the notes on the contacts in full',
		}),
		queryProperty,
	],
	async run({ context, client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const list = await readList(client, {
			path: collectionPath(organization, 'contacts'),
			query: {
				...(values.expandNotes ? { expand: 'notes' } : {}),
				...freeParameters(values.queryParameters),
			},
			limit: limitOf(values),
			wanted: organizationNamed(client, organization),
		});
		hintAtMissing(context, list);
		return list.entries.map((each) => readable(each) as IDataObject);
	},
});
