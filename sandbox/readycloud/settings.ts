import { z } from 'zod';

/** What ReadyCloud does not document; each default is what its code suggests, or the likeliest reading. */
export const settingsSchema = z
	.object({
		/** `{detail}` and field lists, `{error, error_description}`, `{error_message}`, or a page. */
		errorForm: z.enum(['detail', 'oauth', 'message', 'html']).default('detail'),
		/** The largest page of a list; larger ones are cut. */
		maxPageSize: z.number().int().positive().default(100),
		/** Whether deleted organizations stand in the list. */
		deletedOrgsListed: z.boolean().default(true),
		/** Answer to requests below a deleted organization. */
		deletedOrgStatus: z.union([z.literal(404), z.literal(403)]).default(404),
		/** A second order with the same `primary_id`. */
		duplicatePrimaryId: z.enum(['refused', 'allowed']).default('refused'),
		/** The items of a box that is not expanded: links, links in answers but none in events, or none. */
		compactItems: z.enum(['urls', 'urlsInAnswers', 'empty']).default('urlsInAnswers'),

		/** How many GET requests an app has within a minute. */
		readsPerMinute: z.number().int().positive().default(30),
		/** POST, PATCH, PUT and DELETE together. */
		writesPerMinute: z.number().int().positive().default(30),
		/** Whether the limits count the last minute, or the one on the clock. */
		limitWindow: z.enum(['rolling', 'fixed']).default('rolling'),
		/** Sends `Retry-After` with 429. */
		retryAfter: z.boolean().default(false),

		/** Whether a refresh lengthens the access token, or hands out another one. */
		refreshKeepsAccess: z.boolean().default(true),
		/** Whether a refresh hands out another refresh token. */
		refreshRotates: z.boolean().default(true),

		/** Off for a server from before `order-delivered`. */
		orderDelivered: z.boolean().default(true),
		/** Documented; off only for receivers that cannot have an https:// address. */
		httpsOnly: z.boolean().default(true),
		/** A second webhook with the same entity and URL. */
		duplicateWebhooks: z.enum(['allowed', 'refused']).default('allowed'),
		/** Whether each webhook has a token of its own. */
		webhookTokens: z.enum(['perWebhook', 'shared']).default('perWebhook'),
		/** Whether a token sees all webhooks of the organization, or those of its own app. */
		webhooksSeen: z.enum(['all', 'own']).default('all'),

		/** Whether events hold boxes with their items, or only their URLs. */
		deliveredBoxes: z.enum(['compact', 'full']).default('compact'),
	})
	.strict();

export type ReadyCloudSettings = z.output<typeof settingsSchema>;
