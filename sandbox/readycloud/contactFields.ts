import { z } from 'zod';

import { json } from '../core/jsonSchema';
import { person } from './fields';
import { length, requiredText, text, weight } from './values';

/** What can be written of a contact. */
export const contactFields = z.object({
	custom_fields: z.record(json).default({}),
	description: text,
	first_name: text,
	is_company: z.boolean().default(false),
	last_name: text,
	occupation: text,
	profile_image: text,
	website: text,
});
export type ContactFields = z.output<typeof contactFields>;

/** What can be written of a contact's address. */
export const addressFields = z.object({
	address_type: text,
	...person,
	default: z.boolean().default(false),
});
export type AddressFields = z.output<typeof addressFields>;

/** What can be written of packaging. */
export const packagingFields = z.object({
	description: text,
	height: length,
	length,
	name: requiredText,
	package_type: text,
	weight,
	width: length,
});
export type PackagingFields = z.output<typeof packagingFields>;
