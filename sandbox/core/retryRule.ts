import { z } from 'zod';

/** How often a failed delivery is repeated, and after which waits; the last one goes on. */
export const retryRule = z
	.object({
		times: z.number().int().nonnegative(),
		delaysSeconds: z.array(z.number().nonnegative()),
	})
	.strict();

/** A vendor's retry rule; times 0 means that a failed delivery is never repeated. */
export type RetryRule = z.output<typeof retryRule>;

/** Of those who do not document any repeats. */
export const NO_RETRY: RetryRule = { times: 0, delaysSeconds: [] };
