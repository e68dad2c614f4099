import { z } from 'zod';

import type * as core from '../core/jobs';
import type { ReadyCloudService } from './service';

/** What may be sent along with a step; each step reads its own. */
export const stepOptionsSchema = z
	.object({
		/** change: any fields that a program could write */
		fields: z.record(z.unknown()),
		/** ship */
		tracking_number: z.string(),
		/** ship, scan: money such as "6.82 USD" */
		ship_cost: z.string(),
		/** scan */
		tax: z.string(),
		/** scan */
		packing_cost: z.string(),
	})
	.partial()
	.strict();

export type StepOptions = z.output<typeof stepOptionsSchema>;

/** What can happen to what lies at `S`. */
export type Steps<S> = core.Steps<ReadyCloudService, S, StepOptions>;
