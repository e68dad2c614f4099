import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { organizationLocator, organizationOf } from '../../api/locators';
import { organizationNamed } from '../../api/names';
import { collectionPath } from '../../api/paths';
import { requestObject } from '../requests';
import { newOrderBody, newOrderProperties } from './newOrder';
import { presentOrder } from './orderLocator';

export const createOrder: Operation = operation({
	value: 'create',
	name: 'Create',
	action: 'Create order',
	description: 'Create one order per item',
	output: jobColumnsSchema,
	properties: [organizationLocator, ...newOrderProperties, ...rowProperties],
	async run({ context, client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const body = newOrderBody(values, context.getTimezone());
		const order = await requestObject(client, {
			method: 'POST',
			path: collectionPath(organization, 'orders'),
			body,
			sent: body,
			wanted: organizationNamed(client, organization),
			subject: `order "${String(body.primary_id)}"`,
			what: 'an order',
		});
		return presentOrder(order, values.simplify);
	},
});
