import { z } from 'zod';

/** How the notifications travel, as far as it is not documented. */
export const deliverySettings = z.object({
	/** How parameters join an address that has some; `replace` drops the address's own. */
	queryJoin: z.enum(['append', 'override', 'replace', 'secondMark']).default('append'),
	/** The content type of notifications. */
	contentType: z
		.enum(['application/json', 'application/json;charset=UTF-8', 'text/plain;charset=UTF-8'])
		.default('application/json'),
});
