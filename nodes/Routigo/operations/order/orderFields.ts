import { defineProperties } from '../../../shared/api/properties';
import { addressFields } from './addressFields';

const byLine = { displayOptions: { show: { addressAs: ['line'] } } };
const byParts = { displayOptions: { show: { addressAs: ['parts'] } } };

/** The parameters of one order (docs/vendors.md#routigo-upload). */
export const orderFields = defineProperties([
	{
		displayName:
			"How orders are uploaded is known from RoutiGo's own plugin for web shops, not from a page of RoutiGo's.",
		name: 'uploadNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Identifier',
		name: 'identifier',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 48213',
		description:
			'Your own number of the order. Without an underscore: RoutiGo appends one, and what follows it cannot be told from your number.',
	},
	{
		displayName: 'Delivery Date',
		name: 'deliveryDate',
		type: 'dateTime',
		required: true,
		default: '',
		description: 'The day of the delivery',
	},
	{
		displayName: 'Recipient Name',
		name: 'recipientName',
		type: 'string',
		default: '',
		description: 'Who gets the delivery',
	},
	{
		displayName: 'Address Given As',
		name: 'addressAs',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'One Line',
				value: 'line',
				description: 'The node splits it into street, number and addition',
			},
			{ name: 'Street and Number', value: 'parts' },
		],
		default: 'line',
		description: 'RoutiGo wants street, house number and addition apart',
	},
	{
		displayName: 'Address Line',
		name: 'addressLine',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Korenbloemlaan 27 B',
		...byLine,
	},
	{
		displayName: 'Street',
		name: 'streetName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Korenbloemlaan',
		...byParts,
	},
	{
		displayName: 'House Number',
		name: 'houseNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 27',
		...byParts,
	},
	{
		displayName: 'House Number Addition',
		name: 'houseNumberAddition',
		type: 'string',
		default: '',
		placeholder: 'e.g. B',
		...byParts,
	},
	{
		displayName: 'Post Code',
		name: 'postcode',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 8043XX',
	},
	{
		displayName: 'City',
		name: 'cityName',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Country Code',
		name: 'countryCode',
		type: 'string',
		default: 'NL',
		required: true,
		description: 'The two letters of the country',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Other Attributes',
				name: 'otherAttributes',
				type: 'json',
				default: '{}',
				description:
					"A JSON object in RoutiGo's own names, for what RoutiGo told you and this node does not offer",
			},
			{
				displayName: 'Visit After',
				name: 'visitAfter',
				type: 'string',
				default: '',
				placeholder: 'e.g. 09:00',
				description: 'Start of the time window, as a clock time at the place of delivery',
			},
			{
				displayName: 'Visit Before',
				name: 'visitBefore',
				type: 'string',
				default: '',
				placeholder: 'e.g. 12:30',
				description: 'End of the time window, as a clock time at the place of delivery',
			},
		],
	},
	{
		displayName: 'Pick-Up Location',
		name: 'pickup',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'Where the goods are picked up. Without it, where the tour starts.',
		options: addressFields,
	},
]);
