import { z } from 'zod';

/** How the notifications travel, as far as it isn't documented. */
export const deliverySettings = z.object({
	/** Which answers are repeated: all but 2xx, all but 200, or 5xx; no answer always is. */
	failures: z.enum(['not2xx', 'not200', 'serverErrors']).default('not2xx'),
	webhookTimeoutMs: z.number().int().positive().default(10_000),
	/** What becomes of waiting repeats when their webhook is deleted. */
	repeatsAfterDelete: z.enum(['dropped', 'sent']).default('dropped'),
	/** After how many failed calls in a row a webhook is deleted; null: never. */
	deletedAfterFailures: z.number().int().positive().nullable().default(null),
	/** How parameters join an address that has some; `replace` drops the address's own. */
	queryJoin: z.enum(['append', 'override', 'replace', 'secondMark']).default('append'),
	contentType: z
		.enum(['application/json', 'application/json;charset=UTF-8', 'text/plain;charset=UTF-8'])
		.default('application/json'),
	/** Headers of RoutiGo's own, under made-up names. */
	vendorHeaders: z.boolean().default(false),
	/** Calls https:// addresses on this machine by http, as nothing here has a certificate. */
	loopbackOverHttp: z.boolean().default(true),
});
