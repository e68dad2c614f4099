import type { IDataObject } from 'n8n-workflow';

import { attributesOf } from '../../shared/action/attributes';
import { defineProperties } from '../../shared/api/properties';
import { isRecord } from '../../shared/basic/values';

/** What orders' and contacts' addresses have in common (docs/vendors.md#readycloud-contacts). */
export const addressFields = defineProperties([
	{ displayName: 'Address Line 1', name: 'address1', type: 'string', default: '' },
	{ displayName: 'Address Line 2', name: 'address2', type: 'string', default: '' },
	{ displayName: 'City', name: 'city', type: 'string', default: '' },
	{ displayName: 'Company', name: 'company', type: 'string', default: '' },
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: '',
		placeholder: 'e.g. United States',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. robin@example.com',
		default: '',
	},
	{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
	{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
	{ displayName: 'Phone', name: 'phone', type: 'string', default: '' },
	{ displayName: 'Post Code', name: 'postCode', type: 'string', default: '' },
	{
		displayName: 'Region',
		name: 'region',
		type: 'string',
		default: '',
		description: 'State or province',
	},
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
