import { z } from 'zod';
import { retrySetting } from '../core/retryRule';

/** What ReadyCloud doesn't document; each default is what its code suggests, or the likeliest reading. */
export const settingsSchema = z
	.object({
		/** `{detail}` and field lists, `{error, error_description}`, `{error_message}`, or a page. */
		errorForm: z.enum(['detail', 'oauth', 'message', 'html']).default('detail'),
		/** Answer to fields that can't be used, such as an unknown entity. */
		badFieldStatus: z.union([z.literal(400), z.literal(422)]).default(400),
		/** What happens to read-only fields in a body. */
		readOnlyFields: z.enum(['ignored', 'refused']).default('ignored'),
		/** A path without its last slash: a redirect for GET, or an HTML 404. */
		missingSlash: z.enum(['redirect', 'notFound']).default('redirect'),
		defaultPageSize: z.number().int().positive().default(20),
		maxPageSize: z.number().int().positive().default(100),
		nextLink: z.enum(['absolute', 'relative']).default('absolute'),
		/** Whether deleted organizations stand in the list. */
		deletedOrgsListed: z.boolean().default(true),
		/** Answer to requests below a deleted organization. */
		deletedOrgStatus: z.union([z.literal(404), z.literal(403)]).default(404),
		duplicatePrimaryId: z.enum(['refused', 'allowed']).default('refused'),
		/** What the items of a box that isn't expanded look like. */
		compactItems: z.enum(['empty', 'urls']).default('empty'),

		readsPerMinute: z.number().int().positive().default(30),
		/** POST, PATCH, PUT and DELETE together. */
		writesPerMinute: z.number().int().positive().default(30),
		limitWindow: z.enum(['rolling', 'fixed']).default('rolling'),
		/** Sends `Retry-After` with 429. */
		retryAfter: z.boolean().default(false),

		/** null: tokens last until they are expired by hand. */
		accessTokenSeconds: z.number().int().positive().nullable().default(null),
		refreshKeepsAccess: z.boolean().default(true),
		refreshRotates: z.boolean().default(true),

		/** Off for a server from before `order-delivered`. */
		orderDelivered: z.boolean().default(true),
		/** Documented; off only for receivers that can't have an https:// address. */
		httpsOnly: z.boolean().default(true),
		duplicateWebhooks: z.enum(['allowed', 'refused']).default('allowed'),
		webhookTokens: z.enum(['perWebhook', 'shared']).default('perWebhook'),
		/** Whether a token sees all webhooks of the organization, or those of its own app. */
		webhooksSeen: z.enum(['all', 'own']).default('all'),

		/** Calls https:// addresses on this machine by http, as nothing here has a certificate. */
		loopbackOverHttp: z.boolean().default(true),
		/** Appends the object's id to the address, as v1 did. */
		idSuffix: z.boolean().default(false),
		/** Reports removed objects by DELETE to the address with the id appended, as v1 did. */
		deleteDeliveries: z.boolean().default(false),
		deliveredBoxes: z.enum(['compact', 'full']).default('compact'),
		/** Whether a delivery is reported as a change of the order, too. */
		deliverIsChange: z.boolean().default(true),
		retry: retrySetting,
		webhookTimeoutMs: z.number().int().positive().default(10_000),

		suspensionWindow: z.enum(['rolling', 'fixed']).default('rolling'),
		/** Whether no answer at all counts like a wrong one. */
		noAnswerCounts: z.boolean().default(true),
		/** Whether a 200 makes earlier failures forgotten. */
		successClears: z.boolean().default(false),
	})
	.strict();

export type ReadyCloudSettings = z.output<typeof settingsSchema>;
