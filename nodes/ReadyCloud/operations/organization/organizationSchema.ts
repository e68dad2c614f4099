import { z } from 'zod';

/** An organization as it is given; its set of keys changes over time. */
export const organizationSchema = z.object({
	id: z.string(),
	url: z.string(),
	name: z.string().nullable(),
	website: z.string().nullable(),
	billing_status: z.string().nullable(),
	deleted_at: z.string().nullable(),
});
