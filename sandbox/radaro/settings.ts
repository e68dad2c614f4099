import { z } from 'zod';
import { retrySetting } from '../core/retryRule';
import { isZone } from '../core/zones';

/** What Radaro doesn't document; each default is the likeliest reading. */
export const settingsSchema = z
	.object({
		/** Answer to a wrong or disabled key. */
		authStatus: z.union([z.literal(401), z.literal(403)]).default(401),
		errorForm: z.enum(['fields', 'detail', 'string', 'empty', 'html']).default('fields'),
		createAnswer: z.enum(['same', 'array', 'object', 'empty', 'string']).default('same'),
		/** all: one bad job refuses the batch; partial: aligned results; partialOmit: only the good. */
		batchFailure: z.enum(['all', 'partial', 'partialOmit']).default('all'),
		/** Larger batches get 413. */
		batchLimit: z.number().int().positive().nullable().default(null),
		externalIdRequired: z.boolean().default(true),
		pendingEnabled: z.boolean().default(false),
		/** Whether an address without a location gets (made-up) coordinates. */
		geocode: z.boolean().default(true),
		listEnvelope: z.enum(['results', 'array']).default('results'),
		/** Adds `next` and `previous`, with the key in them. */
		listNext: z.boolean().default(false),
		defaultPageSize: z.number().int().positive().default(20),
		maxPageSize: z.number().int().positive().default(100),
		pageBeyondEnd: z.enum(['404', 'empty']).default('404'),
		/** Whatever page is asked for, the first one comes. */
		ignorePaging: z.boolean().default(false),
		/** Which statuses PATCH may write. */
		patchStatuses: z.union([z.literal('any'), z.array(z.string())]).default('any'),
		deleteAnswer: z.enum(['empty', 'body']).default('empty'),
		/** A path without its last slash: an HTML 404, or a redirect for GET. */
		missingSlash: z.enum(['notFound', 'redirect']).default('notFound'),
		/** The merchant's IANA zone, used for every time sent out. */
		timeZone: z.string().refine(isZone, 'not a known time zone').default('Australia/Brisbane'),
		/** `delivery_zone` and `post_code` only where Radaro's examples have them, or in every new job. */
		zoneFields: z.enum(['asSamples', 'always']).default('asSamples'),
		retry: retrySetting,
		webhookTimeoutMs: z.number().int().positive().default(10_000),
		/** The event of an edit other than status and deliver_before. */
		editEvent: z.enum(['job.changed', 'job.status_changed', 'none']).default('job.changed'),
		itemsTopic: z.string().nullable().default('job.changed'),
		/** partial: `new_values` only, as printed; withToken: also token and topic; full: the envelope. */
		itemsBody: z.enum(['partial', 'withToken', 'full']).default('full'),
		/** Invented: that an event is sent is documented, its topic isn't. null sends none. */
		deleteTopic: z.string().nullable().default('job.deleted'),
		deleteEventType: z.string().default('deleted'),
		deleteBody: z.enum(['full', 'envelope']).default('full'),
		/** Invented: Radaro prints the label "Way Back" but not its code. */
		wayBackStatus: z.string().min(1).default('way_back'),
	})
	.strict();

export type RadaroSettings = z.output<typeof settingsSchema>;
