import type { IDataObject } from 'n8n-workflow';

import { attributesOf } from '../../shared/action/attributes';
import { text } from '../../shared/api/fields';
import { defineProperties } from '../../shared/api/properties';
import { isRecord } from '../../shared/basic/values';

/** What orders' and contacts' addresses have in common (docs/vendors.md#readycloud-contacts). */
export const addressFields = defineProperties([
	text('First Name', 'firstName'),
	text('Last Name', 'lastName'),
	text('Company', 'company'),
	text('Address Line 1', 'address1'),
	text('Address Line 2', 'address2'),
	text('Post Code', 'postCode'),
	text('City', 'city'),
	text('Region', 'region', { description: 'State or province' }),
	text('Country', 'country', { placeholder: 'e.g. United States' }),
	text('Phone', 'phone'),
	text('Email', 'email', { placeholder: 'e.g. robin@example.com' }),
]);

/** A field for one address of an order. */
export const addressField = <Name extends string, Label extends string>(
	displayName: Label,
	name: Name,
	description: string,
) =>
	({
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: 'Add Address',
		default: {},
		description,
		options: [{ displayName: 'Address', name: 'address', values: addressFields }],
	}) as const;

/** The address in such a field, without what is empty; `undefined` where there is none. */
export function addressIn(given: unknown): IDataObject | undefined {
	const address: unknown = isRecord(given) ? given.address : undefined;
	const attributes = isRecord(address) ? attributesOf(address) : {};
	return Object.keys(attributes).length === 0 ? undefined : attributes;
}
