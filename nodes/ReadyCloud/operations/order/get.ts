import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { organizationLocator, organizationOf } from '../../api/locators';
import { orderPath } from '../../api/paths';
import { requestObject } from '../requests';
import { expandProperty, expandQuery } from './orderFilters';
import {
	orderByPrimaryId,
	orderIdOf,
	orderLocator,
	orderNamed,
	presentOrder,
} from './orderLocator';

export const getOrder: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Get one order, with its boxes and items',
	output: jobColumnsSchema,
	properties: [organizationLocator, orderLocator, expandProperty, ...rowProperties],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const query = expandQuery(values.expand);
		const { mode, value } = values.order;
		if (mode === 'primaryId') {
			const found = await orderByPrimaryId(client, organization, value, query);
			return presentOrder(found, values.simplify);
		}
		const id = await orderIdOf(client, organization, values.order);
		const order = await requestObject(client, {
			method: 'GET',
			path: orderPath(organization, id),
			query,
			wanted: orderNamed(client, organization, id),
			what: 'an order',
		});
		return presentOrder(order, values.simplify);
	},
});
