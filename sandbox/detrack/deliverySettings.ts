import { z } from 'zod';

/** What is not documented about notifications; what an account chooses itself is in webhooks.ts. */
export const deliverySettings = {
	/** Basic Auth is sent at once, or only after the receiver has asked for it by 401. */
	basicSent: z.enum(['atOnce', 'afterChallenge']).default('atOnce'),
	/** The job alone, in a list, or in an object as `data`. */
	wrapping: z.enum(['bare', 'array', 'data']).default('bare'),
	/** Adds `; charset=utf-8` to the content type of notifications. */
	charset: z.boolean().default(false),
	/** Whether Heading To leaves a time, an ETA and a milestone in the job, or nothing. */
	headToMarks: z.boolean().default(true),
	/** Whether Arrived leaves a milestone beside its time. */
	arrivedMilestone: z.boolean().default(true),
	/** Of a deleted job: its last state, or little more than its number. */
	deletedBody: z.enum(['lastState', 'identity']).default('lastState'),
	/** Names of fields in version 1 notifications of collections. */
	v1Collection: z.enum(['delivery', 'collection']).default('collection'),
	/** Version 1's words for statuses, where the account has changed them. */
	v1Labels: z.record(z.string()).default({}),
};
