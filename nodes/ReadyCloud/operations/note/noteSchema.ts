import { z } from 'zod';

/** A note of an order. */
export const noteSchema = z.object({
	id: z.string(),
	url: z.string(),
	content: z.string(),
	author: z.object({
		email: z.string().nullable(),
		name: z.string().nullable(),
		system: z.boolean(),
	}),
	created_at: z.string(),
	updated_at: z.string(),
});
