import { otherAttributesField } from '../../../shared/action/otherAttributes';
import { dateTime, fixedCollection, json, number, options, text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { addressField } from '../addressFields';
import { itemFields } from './orderItems';
import { BILLING_STATUSES, SHIPPING_STATUSES } from './orderStatuses';

export const primaryIdField = text('Primary ID', 'primaryId', {
	placeholder: 'e.g. WEB-10042',
	description: 'The order number that people use. It must be unique.',
});

export const shipToField = addressField('Ship To', 'shipTo', 'Who gets the order, and where');

/** What only a new order is given; an existing one has boxes and tags of its own. */
export const newOrderFields = defineProperties([
	text('Tags', 'tags', {
		placeholder: 'e.g. rush, gift',
		description: 'Several are separated by commas. Each has 2 to 35 characters.',
	}),
	json('Boxes (JSON)', 'boxes', {
		default: '[]',
		description:
			'Instead of Items, for an order of several boxes: a list of boxes, each with its items, by ReadyCloud\'s own names, such as [{"weight": "1 lbs", "items": [{"part_number": "MUG", "quantity": 1}]}]',
	}),
]);

/** The attributes that both a new and an existing order may get, the most used first. */
export const optionalOrderFields = defineProperties([
	dateTime('To Ship At', 'toShipAt', { description: 'When the order is to be shipped' }),
	text('Ship Via', 'shipVia', { placeholder: 'e.g. UPS', description: 'The carrier' }),
	text('Ship Type', 'shipType', {
		placeholder: 'e.g. Ground',
		description: 'The service of the carrier',
	}),
	options('Shipping Status', 'shippingStatus', {
		options: SHIPPING_STATUSES,
		default: 'unshipped',
	}),
	text('Message', 'message', {
		typeOptions: { rows: 2 },
		description: 'Printed for the recipient; up to about 220 characters',
	}),
	dateTime('Ordered At', 'orderedAt'),
	number('Order Number', 'orderNumber', { description: 'A whole number, beside the Primary ID' }),
	text('Customer Number', 'customerNumber'),
	text('Purchase Order Number', 'poNumber'),
	addressField('Bill To', 'billTo', 'Who pays for the order'),
	options('Billing Status', 'billingStatus', { options: BILLING_STATUSES, default: 'pending' }),
	text('Total', 'total', {
		placeholder: 'e.g. 222.68 USD',
		description: 'The whole sum with its currency',
	}),
	text('Subtotal', 'subtotal', { placeholder: 'e.g. 203.00 USD' }),
	text('Shipping Charge', 'shippingCharge', {
		placeholder: 'e.g. 7.50 USD',
		description: 'What the customer pays for shipping, with its currency',
	}),
	text('Tax', 'tax', { placeholder: 'e.g. 12.18 USD' }),
	text('Terms', 'terms', { placeholder: 'e.g. prepaid', description: 'Short terms of payment' }),
	text('Warehouse', 'warehouse'),
	addressField('Ship From', 'shipFrom', 'Where the order is sent from'),
	dateTime('Shipped At', 'shippedAt'),
]);

/** What has no field here. */
export const otherOrderField = otherAttributesField('ReadyCloud');

export const itemsField = fixedCollection('Items', 'items', {
	typeOptions: { multipleValues: true },
	description: 'What is ordered, in one box. For several boxes use Boxes (JSON).',
	options: [{ displayName: 'Item', name: 'item', values: itemFields }],
});
