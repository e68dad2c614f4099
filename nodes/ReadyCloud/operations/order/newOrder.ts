import type { IDataObject } from 'n8n-workflow';

import { withoutBlanks } from '../../../shared/action/attributes';
import { fieldsOrJson } from '../../../shared/action/fieldsOrJson';
import { objectOf } from '../../../shared/action/jsonField';
import type { ValuesOf } from '../../../shared/action/parameters';
import { checkPrimaryId, orderBody } from './orderBody';
import {
	itemsField,
	newOrderFields,
	optionalOrderFields,
	otherOrderField,
	primaryIdField,
	shipToField,
} from './orderFields';

/** The parameters of a new order: field by field, or as ReadyCloud's own JSON. */
export const newOrderProperties = fieldsOrJson({
	thing: 'order',
	vendor: 'ReadyCloud',
	fields: [{ ...primaryIdField, required: true }, shipToField, itemsField],
	additional: [...optionalOrderFields, ...newOrderFields, otherOrderField],
	jsonDescription: 'One order as a JSON object, with primary_id',
});

/**
 * The body that creates an order.
 *
 * @param zone the workflow's time zone, for dates without one
 * @throws InvalidInput with the first thing that is missing or cannot be sent
 */
export function newOrderBody(
	values: ValuesOf<typeof newOrderProperties>,
	zone: string,
): IDataObject {
	const { source, orderJson, additionalFields, ...fields } = values;
	const body =
		source === 'json'
			? objectOf(orderJson, 'Order (JSON)', 'orders')
			: orderBody({ ...withoutBlanks(additionalFields), ...fields }, zone);
	checkPrimaryId(body);
	return body;
}
