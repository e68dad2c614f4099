import type { IDataObject } from 'n8n-workflow';

import { type Operation, operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import { organizationNamed } from '../../api/names';
import { organizationPath } from '../../api/paths';
import { readable } from '../../api/withIdsAndMoney';
import { requestObject } from '../requests';
import { organizationSchema } from './organizationSchema';

export const getOrganization: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get organization',
	description: 'Get one organization',
	output: organizationSchema,
	properties: [organizationLocator],
	async run({ client }, { values }) {
		const id = await organizationOf(client, values.organizationId);
		const organization = await requestObject(client, {
			method: 'GET',
			path: organizationPath(id),
			wanted: organizationNamed(client, id),
			what: 'an organization',
		});
		return readable(organization) as IDataObject;
	},
});
