import { collection, date, json, options, shownWhen, text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { addressFields } from './addressFields';

const byLine = shownWhen('addressAs', 'line');
const byParts = shownWhen('addressAs', 'parts');

/** The parameters of one order (docs/vendors.md#routigo-upload). */
export const orderFields = defineProperties([
	text('Identifier', 'identifier', {
		required: true,
		placeholder: 'e.g. 48213',
		description:
			'Your own number of the order, without an underscore: RoutiGo appends one with a number',
	}),
	date('Delivery Date', 'deliveryDate', {
		required: true,
		description: 'The day of the delivery',
	}),
	text('Recipient Name', 'recipientName', {
		required: true,
		description: 'Who gets the delivery',
	}),
	options('Enter Address As', 'addressAs', {
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
	}),
	text('Address Line', 'addressLine', {
		required: true,
		placeholder: 'e.g. Korenbloemlaan 27 B',
		description:
			'Street, house number and addition. Post code and city have fields of their own. What is not certain is refused.',
		...byLine,
	}),
	text('Street', 'streetName', { required: true, placeholder: 'e.g. Korenbloemlaan', ...byParts }),
	text('House Number', 'houseNumber', {
		placeholder: 'e.g. 27',
		description: 'Leave it empty where the address has none',
		...byParts,
	}),
	text('House Number Addition', 'houseNumberAddition', { placeholder: 'e.g. B', ...byParts }),
	text('Post Code', 'postcode', { required: true, placeholder: 'e.g. 8043XX' }),
	text('City', 'cityName'),
	text('Country Code', 'countryCode', {
		default: 'NL',
		required: true,
		description: 'The two letters of the country',
	}),
	collection('Additional Fields', 'additionalFields', {
		options: [
			text('Visit After', 'visitAfter', {
				placeholder: 'e.g. 09:00',
				description: 'Start of the time window, as a clock time at the place of delivery',
			}),
			text('Visit Before', 'visitBefore', {
				placeholder: 'e.g. 12:30',
				description: 'End of the time window, as a clock time at the place of delivery',
			}),
			json('Other Attributes', 'otherAttributes', {
				description:
					"A JSON object in RoutiGo's own names, for what RoutiGo told you and this node does not offer",
			}),
		],
	}),
	collection('Pick-Up Location', 'pickup', {
		description: 'Where the goods are picked up. Without it, where the tour starts.',
		options: addressFields,
	}),
]);
