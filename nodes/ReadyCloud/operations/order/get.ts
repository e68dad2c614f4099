import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { simplifyProperty } from '../../../shared/action/listProperties';
import type { Operation } from '../../../shared/action/operation';
import { operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import { orderPath } from '../../api/paths';
import { requestObject } from '../requestObject';
import { expandProperty, expandQuery } from './expand';
import { orderByPrimaryId, orderIdOf, orderLocator, orderNamed } from './orderLocator';
import { presentOrder } from './presentOrder';

export const getOrder: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Get one order, with its boxes and items',
	output: jobColumnsSchema,
	properties: [organizationLocator, orderLocator, expandProperty, simplifyProperty],
	async run({ client }, { values }) {
		const organization = organizationOf(values.organizationId);
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
			wanted: orderNamed(organization, id),
			what: 'an order',
		});
		return presentOrder(order, values.simplify);
	},
});
