import { z } from 'zod';
import { isZone } from '../core/zones';
import { deliverySettings } from './deliverySettings';
import { fileSettings } from './fileSettings';
import { STATUSES } from './model';

const apiSettings = {
	/** Answer to a missing or unknown key. */
	keyStatus: z.union([z.literal(401), z.literal(403)]).default(401),
	/** Bodies of 400, 401, 403, 413, 429 and 500; those with one of Detrack's own codes stay as they are. */
	errorForm: z.enum(['code', 'message', 'error', 'text', 'html', 'empty']).default('code'),
	requestsPerMinute: z.number().int().positive().default(60),
	limitPer: z.enum(['key', 'account']).default('account'),
	limitWindow: z.enum(['rolling', 'fixed']).default('rolling'),
	/** `Retry-After` with 429. */
	retryAfter: z.enum(['none', 'seconds', 'date']).default('none'),

	/** Detrack's reference says 20, one of its clients 50. */
	defaultLimit: z.number().int().positive().default(20),
	/** What a limit above 100 does. */
	overLimit: z.enum(['capped', 'refused']).default('capped'),
	defaultSort: z.enum(['newest', 'oldest']).default('newest'),
	listLinks: z.enum(['absolute', 'relative']).default('absolute'),
	/** Adds `first`, `last` and `total_count`. */
	listTotals: z.boolean().default(false),
	/** `next` of a search: odd as in the reference, a usable address, or always null. */
	searchLinks: z.enum(['odd', 'query', 'null']).default('odd'),
	/** How texts are compared in a search. */
	searchMatch: z.enum(['exact', 'partial']).default('exact'),

	/** Whether a delivery and a collection may share number and date. */
	uniqueBy: z.enum(['date', 'dateAndType']).default('date'),
	/** Which one is meant when both exist and no type is given. */
	typeOmitted: z.enum(['newest', 'Delivery']).default('newest'),
	/** D.O. numbers with an encoded slash in a path. */
	slashInPath: z.enum(['found', 'notFound']).default('notFound'),
	newStatus: z.enum(STATUSES).default('dispatched'),
	/** The account's "Auto generate D.O. No.". */
	autoNumber: z.boolean().default(false),
	/** Whether `address_1` to `address_3` do for an address. */
	addressFromParts: z.boolean().default(false),
	unknownFields: z.enum(['ignored', 'refused']).default('ignored'),
	/** Switched off in the account; treated like unknown ones. */
	disabledFields: z.array(z.string()).default([]),
	unknownDriver: z.enum(['accepted', 'refused']).default('accepted'),
	itemsUpdate: z.enum(['replace', 'merge']).default('replace'),
	/** A status for a finished job, outside of batches. */
	finishedUpdate: z.enum(['refused', 'accepted']).default('refused'),
	/** Whether `overwrite` works outside of batches, too. */
	singleOverwrite: z.boolean().default(false),
	/** The account's "Enable deletion of completed jobs". */
	deleteFinished: z.boolean().default(false),
	/** What else can be deleted: whatever isn't finished, or only what is new or under way. */
	deletable: z.enum(['unfinished', 'early']).default('unfinished'),
	forbiddenStatus: z.union([z.literal(403), z.literal(422)]).default(403),

	/** More than 100 entries in a batch, or 1,000 in an export. */
	overBatch: z.union([z.literal(422), z.literal(413), z.literal('accepted')]).default(422),
	batchUpdateNesting: z.enum(['nested', 'flat']).default('nested'),
	batchUpdateCode: z.enum(['validation_failed', 'update_failed']).default('validation_failed'),
	reattemptStatus: z.union([z.literal(422), z.literal(400), z.literal(403)]).default(422),
	reattemptData: z.enum(['object', 'array']).default('object'),

	jobKeys: z.enum(['example', 'listed', 'newer']).default('listed'),
	/** Times in answers: the reference's text and its examples differ. */
	apiTimes: z.enum(['milliseconds', 'seconds']).default('milliseconds'),
	labelCase: z.enum(['example', 'article']).default('example'),
	podTimeForm: z.enum(['12h', '24h']).default('12h'),
	/** The account's IANA zone: "today", and times in notifications. */
	timeZone: z.string().refine(isZone, 'not a known time zone').default('Australia/Brisbane'),
};

/** What Detrack doesn't document; each default is the likeliest reading. */
export const settingsSchema = z
	.object({ ...apiSettings, ...fileSettings, ...deliverySettings })
	.strict();

export type DetrackSettings = z.output<typeof settingsSchema>;
