import { z } from 'zod';

/** How the notifications travel, as far as it is not documented. */
export const deliverySettings = z.object({
	/** The content type of notifications. */
	contentType: z
		.enum(['application/json', 'application/json;charset=UTF-8', 'text/plain;charset=UTF-8'])
		.default('application/json'),
});
