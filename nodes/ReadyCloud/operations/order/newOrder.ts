import type { IDataObject } from 'n8n-workflow';

import { withoutBlanks } from '../../../shared/action/attributes';
import { objectOf } from '../../../shared/action/jsonField';
import type { ValuesOf } from '../../../shared/action/parameters';
import { collection, json, options } from '../../../shared/api/fields';
import { checkPrimaryId, orderBody } from './orderBody';
import {
	itemsField,
	newOrderFields,
	optionalOrderFields,
	primaryIdField,
	shipToField,
} from './orderFields';

const shownFor = (source: string) => ({ displayOptions: { show: { source: [source] } } });

/** The parameters of a new order: field by field, or as ReadyCloud's own JSON. */
export const newOrderProperties = [
	options('Order Data', 'source', {
		noDataExpression: true,
		options: [
			{ name: 'Fill in Fields', value: 'fields' },
			{ name: 'JSON', value: 'json', description: "The whole order by ReadyCloud's own names" },
		],
		default: 'fields',
		description: 'How to give the order',
	}),
	{ ...primaryIdField, ...shownFor('fields'), required: true },
	{ ...shipToField, ...shownFor('fields') },
	{ ...itemsField, ...shownFor('fields') },
	collection('Additional Fields', 'additionalFields', {
		displayOptions: { show: { source: ['fields'] } },
		options: [...optionalOrderFields, ...newOrderFields],
	}),
	json('Order (JSON)', 'orderJson', {
		default: '={{ $json }}',
		required: true,
		displayOptions: { show: { source: ['json'] } },
		description: 'One order as a JSON object, with primary_id',
	}),
] as const;

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
