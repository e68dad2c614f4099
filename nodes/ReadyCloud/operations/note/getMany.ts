import type { IDataObject } from 'n8n-workflow';

import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { hintAtMissing } from '../../../shared/api/lists';
import { readList } from '../../api/lists';
import { organizationLocator, organizationOf } from '../../api/locators';
import { partsPath } from '../../api/paths';
import { readable } from '../../api/withIdsAndMoney';
import { orderIdOf, orderLocator, orderNamed } from '../order/orderLocator';
import { noteSchema } from './noteSchema';

export const getManyNotes: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many notes',
	description: 'Get the notes of one order',
	output: noteSchema,
	properties: [organizationLocator, orderLocator, ...listProperties],
	async run({ context, client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const order = await orderIdOf(client, organization, values.order);
		const list = await readList(client, {
			path: partsPath(organization, order, 'notes'),
			limit: limitOf(values),
			wanted: orderNamed(client, organization, order),
		});
		hintAtMissing(context, list);
		return list.entries.map((note) => readable(note) as IDataObject);
	},
});
