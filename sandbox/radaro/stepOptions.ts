import { z } from 'zod';

const itemSchema = z
	.object({
		code: z.string(),
		description: z.string().default(''),
		picked_up: z.boolean().nullable().optional(),
		delivered: z.boolean().nullable().optional(),
	})
	.catchall(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What may be sent along with a step; each step reads its own. */
export const stepOptionsSchema = z
	.object({
		/** assign */
		driver: z.number().int(),
		/** deliver, rate, codes, fail */
		comment: z.string(),
		/** deliver */
		signature: z.string().nullable(),
		/** rate, 1 to 10 */
		rating: z.number().min(1).max(10),
		/** codes */
		codes: z.array(z.number().int()),
		/** deliverBefore, ISO-8601 in UTC */
		deliver_before: z.string(),
		/** checklist: one answer per question, false where it isn't the right one */
		answers: z.array(z.boolean()),
		/** items */
		items: z.array(itemSchema),
	})
	.partial()
	.strict();

export type StepOptions = z.output<typeof stepOptionsSchema>;
