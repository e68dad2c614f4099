import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { boolean } from '../../../shared/api/fields';
import { hintAtMissing } from '../../../shared/api/lists';
import { readList } from '../../api/lists';
import { organizationLocator, organizationOf } from '../../api/locators';
import { partsPath } from '../../api/paths';
import { readable } from '../../api/withIdsAndMoney';
import { orderIdOf, orderLocator, orderNamed } from '../order/orderLocator';

export const getManyBoxes: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many boxes',
	description: 'Get the boxes of one order, with their tracking numbers',
	output: z.object({
		id: z.string(),
		url: z.string(),
		tracking_number: z.string().nullable(),
		weight: z.string().nullable(),
		ship_cost: z.string().nullable(),
		delivered_at: z.string().nullable(),
		items: z.array(
			z.object({
				id: z.string(),
				part_number: z.string().nullable(),
				description: z.string().nullable(),
				quantity: z.number(),
			}),
		),
	}),
	properties: [
		organizationLocator,
		orderLocator,
		...listProperties,
		boolean('Expand Items', 'expandItems', {
			default: true,
			description: 'Whether to give the items of the boxes in full',
		}),
	],
	async run({ context, client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const order = await orderIdOf(client, organization, values.order);
		const list = await readList(client, {
			path: partsPath(organization, order, 'boxes'),
			// Documented for orders only; a list that does not know it gives its boxes all the same.
			query: values.expandItems ? { expand: 'items' } : {},
			limit: limitOf(values),
			wanted: orderNamed(client, organization, order),
		});
		hintAtMissing(context, list);
		return list.entries.map((each) => readable(each) as IDataObject);
	},
});
