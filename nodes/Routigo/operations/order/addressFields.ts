import { text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';

/** An address of an order. Its street is one line to be split, or comes in its parts. */
export const addressFields = defineProperties([
	text('Name', 'name', { description: 'Of the person or company' }),
	text('Address Line', 'addressLine', {
		placeholder: 'e.g. Korenbloemlaan 27 B',
		description:
			'Street, house number and addition in one line, instead of the three by themselves',
	}),
	text('Street', 'streetName'),
	text('House Number', 'houseNumber', { placeholder: 'e.g. 27' }),
	text('House Number Addition', 'houseNumberAddition', { placeholder: 'e.g. B' }),
	text('Post Code', 'postcode', { placeholder: 'e.g. 8043XX' }),
	text('City', 'cityName'),
	text('Country Code', 'countryCode', {
		placeholder: 'e.g. NL',
		description: 'The two letters of the country',
	}),
]);
