import { otherAttributesField } from '../../../shared/action/otherAttributes';
import { boolean, fixedCollection, text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { addressFields } from '../addressFields';

/** The attributes of a contact (docs/vendors.md#readycloud-contacts), the most used first. */
export const contactFields = defineProperties([
	text('First Name', 'firstName'),
	text('Last Name', 'lastName'),
	boolean('Is Company', 'isCompany', {
		description: 'Whether the contact is a company and not a person',
	}),
	text('Occupation', 'occupation'),
	text('Website', 'website', { placeholder: 'e.g. https://example.com' }),
	text('Description', 'description', { typeOptions: { rows: 2 } }),
	text('Profile Image', 'profileImage', { placeholder: 'e.g. https://example.com/robin.png' }),
	otherAttributesField('ReadyCloud'),
]);

/** The addresses of a new contact; they hold its e-mail addresses and phone numbers. */
export const addressesField = fixedCollection('Addresses', 'addresses', {
	typeOptions: { multipleValues: true },
	description: 'E-mail address and phone number are part of an address',
	options: [
		{
			displayName: 'Address',
			name: 'address',
			values: [
				...addressFields,
				text('Address Type', 'addressType', { placeholder: 'e.g. shipping' }),
				boolean('Default', 'default', {
					description: "Whether this is the contact's default address",
				}),
			],
		},
	],
});
