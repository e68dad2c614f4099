import { z } from 'zod';
import type { Delivery } from '../core/delivery';
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

/** One thing that can happen to what lies at `S`. */
export interface Step<S> {
	label: string;
	/** Not part of the usual way; the page tucks it away. */
	aside?: boolean;
	possible(at: S): boolean;
	/** Changes something and sends what belongs to it. */
	run(at: S, options: StepOptions, service: ReadyCloudService): Promise<Delivery[]>;
}

export type Steps<S> = Readonly<Record<string, Step<S>>>;
