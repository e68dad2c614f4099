import { z } from 'zod';
import { retrySetting } from '../core/retryRule';

/** What isn't documented about notifications; what an account chooses itself is in accountHooks.ts. */
export const deliverySettings = {
	/** Whether addresses of the account, the type and the job add up, or the most special one wins. */
	addresses: z.enum(['all', 'mostSpecific']).default('all'),
	/** Whose addresses get only the ticked triggers. */
	triggersApply: z.enum(['all', 'account']).default('all'),
	/** To whose addresses Basic Auth and custom headers are sent. */
	authApplies: z.enum(['all', 'account']).default('all'),
	basicSent: z.enum(['atOnce', 'afterChallenge']).default('atOnce'),
	/** The job alone, in a list, or in an object as `data`. */
	wrapping: z.enum(['bare', 'array', 'data']).default('bare'),
	/** Adds `; charset=utf-8` to the content type. */
	charset: z.boolean().default(false),
	/** In Progress: whenever the status becomes that, or once a driver is out today. */
	inProgress: z.enum(['status', 'today']).default('status'),
	/** Whether Heading To leaves a time, an ETA and a milestone in the job, or nothing. */
	headToMarks: z.boolean().default(true),
	/** Of a deleted job: its last state, or little more than its number. */
	deletedBody: z.enum(['lastState', 'identity']).default('lastState'),
	repostBody: z.enum(['original', 'current']).default('original'),
	payloadKeys: z.enum(['2020', '2022', 'newer']).default('2022'),
	/** Names of fields in version 1 notifications of collections. */
	v1Collection: z.enum(['delivery', 'collection']).default('collection'),
	/** Version 1's words for statuses, where the account has changed them. */
	v1Labels: z.record(z.string()).default({}),
	/** How often every notification is sent. */
	copies: z.number().int().min(1).max(5).default(1),
	retry: retrySetting,
	webhookTimeoutMs: z.number().int().positive().default(10_000),
};
