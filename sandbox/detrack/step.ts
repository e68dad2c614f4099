import { z } from 'zod';

import type * as core from '../core/jobs';
import type { Job, Status } from './model';
import type { DetrackService } from './service';
import { isFinished } from './status';

/** What may be sent along with a step; each step reads its own. */
export const stepOptionsSchema = z
	.object({
		/** assign, reassign */
		driver: z.string().min(1),
		/** postpone, reattempt: YYYY-MM-DD */
		date: z.string(),
		/** fail, hold, return */
		reason: z.string(),
		/** complete, partial, fail */
		note: z.string(),
		/** complete, partial */
		received_by: z.string(),
		/** complete, partial: how many */
		photos: z.number().int().min(0).max(10),
		/** partial: what is rejected; the last item if not given */
		rejected: z.array(
			z
				.object({
					sku: z.string(),
					quantity: z.number().positive(),
					reason: z.string().default('Goods Damaged'),
				})
				.strict(),
		),
	})
	.partial()
	.strict();

export type StepOptions = z.output<typeof stepOptionsSchema>;

/** What can happen to a job. */
export type Steps = core.Steps<DetrackService, Job, StepOptions>;

/** A condition on the job's status. */
export function from(...statuses: Status[]): (job: Job) => boolean {
	return ({ fields }) => statuses.includes(fields.status);
}

export const isOpen = (job: Job): boolean => !isFinished(job);

/** With a driver, who has it in the app. */
export function isUnderway({ fields }: Job): boolean {
	return fields.status === 'dispatched' && fields.assign_to !== null;
}
