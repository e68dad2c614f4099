import { defineProperties } from '../../../shared/api/properties';
import { addressField } from '../addressFields';
import { itemFields } from './orderItems';
import { BILLING_STATUSES, SHIPPING_STATUSES } from './orderStatuses';

export const primaryIdField = {
	displayName: 'Primary ID',
	name: 'primaryId',
	type: 'string',
	default: '',
	placeholder: 'e.g. WEB-10042',
	description: 'The order number that people use. It must be unique.',
} as const;

export const shipToField = addressField('Ship To', 'shipTo', 'Who gets the order, and where');

/** What only a new order is given; an existing one has boxes and tags of its own. */
export const newOrderFields = defineProperties([
	{
		displayName: 'Boxes (JSON)',
		name: 'boxes',
		type: 'json',
		default: '[]',
		description:
			'Instead of Items, for an order of several boxes: a list of boxes, each with its items, by ReadyCloud\'s own names, such as [{"weight": "1 lbs", "items": [{"part_number": "MUG", "quantity": 1}]}]',
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '',
		placeholder: 'e.g. rush, gift',
		description: 'Several are separated by commas. Each has 2 to 35 characters.',
	},
]);

/** The attributes that both a new and an existing order may get, in alphabetical order. */
export const optionalOrderFields = defineProperties([
	addressField('Bill To', 'billTo', 'Who pays for the order'),
	{
		displayName: 'Billing Status',
		name: 'billingStatus',
		type: 'options',
		options: BILLING_STATUSES,
		default: 'pending',
	},
	{
		displayName: 'Customer Number',
		name: 'customerNumber',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'Printed for the recipient; up to about 220 characters',
	},
	{
		displayName: 'Order Number',
		name: 'orderNumber',
		type: 'number',
		default: 0,
		description: 'A whole number, beside the Primary ID',
	},
	{
		displayName: 'Ordered At',
		name: 'orderedAt',
		type: 'dateTime',
		default: '',
	},
	{
		displayName: 'Other Attributes',
		name: 'otherAttributes',
		type: 'json',
		default: '{}',
		description:
			"More attributes by ReadyCloud's own names, as a JSON object. They win over the fields above.",
	},
	{
		displayName: 'Purchase Order Number',
		name: 'poNumber',
		type: 'string',
		default: '',
	},
	addressField('Ship From', 'shipFrom', 'Where the order is sent from'),
	{
		displayName: 'Ship Type',
		name: 'shipType',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ground',
		description: 'The service of the carrier',
	},
	{
		displayName: 'Ship Via',
		name: 'shipVia',
		type: 'string',
		default: '',
		placeholder: 'e.g. UPS',
		description: 'The carrier',
	},
	{
		displayName: 'Shipped At',
		name: 'shippedAt',
		type: 'dateTime',
		default: '',
	},
	{
		displayName: 'Shipping Charge',
		name: 'shippingCharge',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7.50 USD',
		description: 'What the customer pays for shipping, with its currency',
	},
	{
		displayName: 'Shipping Status',
		name: 'shippingStatus',
		type: 'options',
		options: SHIPPING_STATUSES,
		default: 'unshipped',
	},
	{
		displayName: 'Subtotal',
		name: 'subtotal',
		type: 'string',
		default: '',
		placeholder: 'e.g. 203.00 USD',
	},
	{
		displayName: 'Tax',
		name: 'tax',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12.18 USD',
	},
	{
		displayName: 'Terms',
		name: 'terms',
		type: 'string',
		default: '',
		placeholder: 'e.g. prepaid',
		description: 'Short terms of payment',
	},
	{
		displayName: 'To Ship At',
		name: 'toShipAt',
		type: 'dateTime',
		default: '',
		description: 'When the order is to be shipped',
	},
	{
		displayName: 'Total',
		name: 'total',
		type: 'string',
		default: '',
		placeholder: 'e.g. 222.68 USD',
		description: 'The whole sum with its currency',
	},
	{
		displayName: 'Warehouse',
		name: 'warehouse',
		type: 'string',
		default: '',
	},
]);

export const itemsField = {
	displayName: 'Items',
	name: 'items',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Item',
	default: {},
	description: 'What is ordered, in one box. For several boxes use Boxes (JSON).',
	options: [{ displayName: 'Item', name: 'item', values: itemFields }],
} as const;
