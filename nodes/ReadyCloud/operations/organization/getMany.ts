import type { IDataObject } from 'n8n-workflow';

import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { boolean } from '../../../shared/api/fields';
import { hintAtMissing } from '../../../shared/api/lists';
import { isDeleted, readList } from '../../api/lists';
import { ORGANIZATIONS_PATH } from '../../api/paths';
import { readable } from '../../api/withIdsAndMoney';
import { organizationSchema } from './organizationSchema';

export const getManyOrganizations: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many organizations',
	description: 'Get the organizations that the access token can see',
	output: organizationSchema,
	properties: [
		...listProperties,
		boolean('Include Deleted', 'includeDeleted', {
			description: 'Whether to give organizations, too, that ReadyCloud marks as deleted',
		}),
	],
	async run({ context, client }, { values }) {
		const list = await readList(client, {
			path: ORGANIZATIONS_PATH,
			limit: limitOf(values),
			...(values.includeDeleted ? {} : { fits: (each) => !isDeleted(each) }),
		});
		hintAtMissing(context, list);
		return list.entries.map((organization) => readable(organization) as IDataObject);
	},
});
