import { z } from 'zod';

import { NO_RETRY, retryRule } from '../core/retryRule';
import { isZone } from '../core/zones';

/** What Radaro does not document; each default is the likeliest reading. */
export const settingsSchema = z
	.object({
		/** Answer to a wrong or disabled key. */
		authStatus: z.union([z.literal(401), z.literal(403)]).default(401),
		/** How refusals are told: by field, as `detail`, as plain text, without words, or as a page. */
		errorForm: z.enum(['fields', 'detail', 'string', 'empty', 'html']).default('fields'),
		/** What a creation is answered with, for one job and for a batch. */
		createAnswer: z.enum(['same', 'array', 'object', 'empty', 'string']).default('same'),
		/** all: one bad job refuses the batch; partial: aligned results; partialOmit: only the good. */
		batchFailure: z.enum(['all', 'partial', 'partialOmit']).default('all'),
		/** Larger batches get 413. */
		batchLimit: z.number().int().positive().nullable().default(null),
		/** Whether the merchant may create jobs with the status `pending`. */
		pendingEnabled: z.boolean().default(false),
		/** Lists as an object with `results`, or as a bare array. */
		listEnvelope: z.enum(['results', 'array']).default('results'),
		/** Adds `next` and `previous`, with the key in them. */
		listNext: z.boolean().default(false),
		/** The largest page of a list; larger ones are cut. */
		maxPageSize: z.number().int().positive().default(100),
		/** Whatever page is asked for, the first one comes. */
		ignorePaging: z.boolean().default(false),
		/** A deletion is answered with 204, or with 200 and the job. */
		deleteAnswer: z.enum(['empty', 'body']).default('empty'),
		/** The merchant's IANA zone, used for every time sent out. */
		timeZone: z.string().refine(isZone, 'not a known time zone').default('Australia/Brisbane'),
		/** How often, and after which waits, a failed webhook is repeated. */
		retry: retryRule.default(NO_RETRY),
		/** The event of an edit other than status and deliver_before. */
		editEvent: z.enum(['job.changed', 'job.status_changed', 'none']).default('job.changed'),
		/** partial: `new_values` only, as printed; withToken: also token and topic; full: the envelope. */
		itemsBody: z.enum(['partial', 'withToken', 'full']).default('full'),
		/** Invented: only that scans are sent is documented. null sends them as `job.changed`. */
		scanTopic: z.string().nullable().default('job.barcodes_scanned'),
		/** Invented: that an event is sent is documented, its topic is not. null sends none. */
		deleteTopic: z.string().nullable().default('job.deleted'),
	})
	.strict();

export type RadaroSettings = z.output<typeof settingsSchema>;
