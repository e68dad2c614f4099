import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { checkChanges, updateFields } from '../../../shared/action/updateFields';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { organizationLocator, organizationOf } from '../../api/locators';
import { orderPath } from '../../api/paths';
import { requestObject } from '../requests';
import { checkPrimaryId, orderBody } from './orderBody';
import { optionalOrderFields, otherOrderField, primaryIdField, shipToField } from './orderFields';
import { orderIdOf, orderLocator, orderNamed, presentOrder } from './orderLocator';

export const updateOrder: Operation = operation({
	value: 'update',
	name: 'Update',
	action: 'Update order',
	description: 'Change some attributes of one order',
	output: jobColumnsSchema,
	properties: [
		organizationLocator,
		orderLocator,
		updateFields([primaryIdField, shipToField, ...optionalOrderFields, otherOrderField]),
		...rowProperties,
	],
	async run({ context, client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const body = orderBody(values.updateFields, context.getTimezone());
		checkChanges(body);
		if ('primary_id' in body) checkPrimaryId(body);
		const id = await orderIdOf(client, organization, values.order);
		const path = orderPath(organization, id);
		const order = await requestObject(client, {
			method: 'PATCH',
			path,
			body,
			sent: { ...body, url: `/api/v2${path}` },
			wanted: orderNamed(client, organization, id),
			subject: 'this change',
			what: 'an order',
		});
		return presentOrder(order, values.simplify);
	},
});
