import { z } from 'zod';

import { isZone } from '../core/zones';
import { deliverySettings } from './deliverySettings';
import { fileSettings } from './fileSettings';

const apiSettings = {
	/** Answer to a missing or unknown key. */
	keyStatus: z.union([z.literal(401), z.literal(403)]).default(401),
	/** Bodies of 400, 401, 403, 413, 429 and 500; those with one of Detrack's own codes stay as they are. */
	errorForm: z.enum(['code', 'message', 'error', 'text', 'html', 'empty']).default('code'),
	/** How many requests the account has within a minute. */
	requestsPerMinute: z.number().int().positive().default(60),
	/** `Retry-After` with 429. */
	retryAfter: z.enum(['none', 'seconds', 'date']).default('none'),
	/** Adds `; charset=utf-8` to the content type of answers; one of Detrack's own clients wants none. */
	answerCharset: z.boolean().default(false),

	/** How links to other pages of a list are written. */
	listLinks: z.enum(['absolute', 'relative']).default('absolute'),
	/** Adds `first`, `last` and `total_count`. */
	listTotals: z.boolean().default(false),
	/** `next` of a search: odd as in the reference, a usable address, or always null. */
	searchLinks: z.enum(['odd', 'query', 'null']).default('odd'),

	/** D.O. numbers with an encoded slash in a path; Detrack's own tests find them. */
	slashInPath: z.enum(['found', 'notFound']).default('found'),
	/** Answer to a list where one new job is expected: a web page with 500 was seen. */
	listOnCreate: z.enum(['serverError', 'invalid_data']).default('serverError'),
	/** The account's "Auto generate D.O. No.". */
	autoNumber: z.boolean().default(false),
	/** The account's "Enable deletion of completed jobs". */
	deleteFinished: z.boolean().default(false),
	/** Answer to the deletion of a job that must not be deleted. */
	forbiddenStatus: z.union([z.literal(403), z.literal(422)]).default(403),

	/** Where the rows of a batch update with errors stand. */
	batchUpdateNesting: z.enum(['nested', 'flat']).default('nested'),
	/** The code of a batch update with errors: as in Detrack's own tests, or as in the reference. */
	batchUpdateCode: z.enum(['update_failed', 'validation_failed']).default('update_failed'),
	/** Answer to a new attempt that is not possible. */
	reattemptStatus: z.union([z.literal(422), z.literal(400), z.literal(403)]).default(422),
	/** A new attempt as a list of one, as one of Detrack's own clients reads it, or as one job. */
	reattemptData: z.enum(['array', 'object']).default('array'),

	/** The account's IANA zone: "today", and times in notifications. */
	timeZone: z.string().refine(isZone, 'not a known time zone').default('Australia/Brisbane'),
};

/** What Detrack does not document; each default is the likeliest reading. */
export const settingsSchema = z
	.object({ ...apiSettings, ...fileSettings, ...deliverySettings })
	.strict();

export type DetrackSettings = z.output<typeof settingsSchema>;
