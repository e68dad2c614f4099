import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { queryProperty } from '../../../shared/action/queryParameters';
import { rowsProperties } from '../../../shared/action/rows';
import { hintAtMissing } from '../../../shared/api/lists';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { MOST_ORDERS_FOUND } from '../../api/limits';
import { readList } from '../../api/lists';
import { organizationLocator, organizationOf } from '../../api/locators';
import { organizationNamed } from '../../api/names';
import { collectionPath } from '../../api/paths';
import { freeParameters } from '../checkedValues';
import { expandProperty, expandQuery, filterQuery, orderFilterProperty } from './orderFilters';
import { presentOrder } from './orderLocator';

const MORE_FOUND = `There may be more: with "Search", ReadyCloud looks at the first ${MOST_ORDERS_FOUND} orders that it finds, and applies the other filters to those alone.`;

export const getManyOrders: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many orders',
	description: 'Get the orders of an organization, with their boxes and items',
	output: jobColumnsSchema,
	properties: [
		organizationLocator,
		...listProperties,
		orderFilterProperty,
		expandProperty,
		queryProperty,
		...rowsProperties,
	],
	async run({ context, client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const filters = filterQuery(values.filters, context.getTimezone());
		const { entries: orders, incomplete } = await readList(client, {
			path: collectionPath(organization, 'orders'),
			query: {
				...expandQuery(values.expand),
				...filters,
				...freeParameters(values.queryParameters),
			},
			limit: limitOf(values),
			present: (order) => presentOrder(order, values.simplify),
			wanted: organizationNamed(client, organization),
		});
		const isCutShort =
			'q' in filters && (orders.length >= MOST_ORDERS_FOUND || Object.keys(filters).length > 1);
		hintAtMissing(context, { incomplete: isCutShort ? MORE_FOUND : incomplete });
		return orders;
	},
});
