import { z } from 'zod';

/** How the notifications travel, as far as it is not documented. */
export const deliverySettings = z.object({
	/** The content type of notifications. */
	contentType: z
		.enum(['application/json', 'application/json;charset=UTF-8', 'text/plain;charset=UTF-8'])
		.default('application/json'),
	/** The name of a header with the time of the event, which RoutiGo's is not known by; null for none. */
	timeHeader: z
		.string()
		.regex(/^[\w-]+$/)
		.nullable()
		.default(null),
});
