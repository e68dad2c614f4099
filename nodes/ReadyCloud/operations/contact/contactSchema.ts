import { z } from 'zod';

const text = z.string().nullable();

/** A contact. It has no e-mail address and no phone number: its addresses have. */
export const contactSchema = z.object({
	id: z.string(),
	url: z.string(),
	first_name: text,
	last_name: text,
	is_company: z.boolean(),
	occupation: text,
	website: text,
	description: text,
	addresses: z.array(
		z.object({
			id: z.string(),
			address_1: text,
			city: text,
			company: text,
			country: text,
			email: text,
			phone: text,
			post_code: text,
			region: text,
			default: z.boolean(),
		}),
	),
	created_at: z.string(),
	updated_at: z.string(),
});
