import { defineProperties } from '../../../shared/api/properties';

/** An address of an order. Its street is one line to be split, or comes in its parts. */
export const addressFields = defineProperties([
	{
		displayName: 'Address Line',
		name: 'addressLine',
		type: 'string',
		default: '',
		placeholder: 'e.g. Korenbloemlaan 27 B',
		description:
			'Street, house number and addition in one line, instead of the three by themselves',
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
		default: '',
		placeholder: 'e.g. NL',
		description: 'The two letters of the country',
	},
	{
		displayName: 'House Number',
		name: 'houseNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 27',
	},
	{
		displayName: 'House Number Addition',
		name: 'houseNumberAddition',
		type: 'string',
		default: '',
		placeholder: 'e.g. B',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		description: 'Of the person or company',
	},
	{
		displayName: 'Post Code',
		name: 'postcode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 8043XX',
	},
	{
		displayName: 'Street',
		name: 'streetName',
		type: 'string',
		default: '',
	},
]);
