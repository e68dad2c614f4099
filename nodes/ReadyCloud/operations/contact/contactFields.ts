import { defineProperties } from '../../../shared/api/properties';
import { addressFields } from '../addressFields';

/** The attributes of a contact (docs/vendors.md#readycloud-contacts), in alphabetical order. */
export const contactFields = defineProperties([
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
	},
	{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
	{
		displayName: 'Is Company',
		name: 'isCompany',
		type: 'boolean',
		default: false,
		description: 'Whether the contact is a company and not a person',
	},
	{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
	{ displayName: 'Occupation', name: 'occupation', type: 'string', default: '' },
	{
		displayName: 'Other Attributes',
		name: 'otherAttributes',
		type: 'json',
		default: '{}',
		description:
			"More attributes by ReadyCloud's own names, as a JSON object. They win over the fields above.",
	},
	{
		displayName: 'Profile Image',
		name: 'profileImage',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/robin.png',
	},
	{
		displayName: 'Website',
		name: 'website',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com',
	},
]);

/** The addresses of a new contact; they hold its e-mail addresses and phone numbers. */
export const addressesField = {
	displayName: 'Addresses',
	name: 'addresses',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Address',
	default: {},
	description: 'E-mail address and phone number are part of an address',
	options: [
		{
			displayName: 'Address',
			name: 'address',
			values: [
				...addressFields,
				{
					displayName: 'Address Type',
					name: 'addressType',
					type: 'string',
					default: '',
					placeholder: 'e.g. shipping',
				},
				{
					displayName: 'Default',
					name: 'default',
					type: 'boolean',
					default: false,
					description: "Whether this is the contact's default address",
				},
			],
		},
	],
} as const;
