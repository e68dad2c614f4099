import { z } from 'zod';

import type { Choice } from '../core/vendor';
import type { Job, RadaroEvent } from './model';
import type { RadaroSettings } from './settings';

const itemSchema = z
	.object({
		code: z.string(),
		description: z.string().default(''),
		picked_up: z.boolean().nullable().optional(),
		delivered: z.boolean().nullable().optional(),
	})
	.catchall(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What may be sent along with a step; each step reads its own. */
export const stepOptionsSchema = z
	.object({
		/** assign */
		driver: z.number().int(),
		/** deliver, rate, codes, fail */
		comment: z.string(),
		/** deliver */
		signature: z.string().nullable(),
		/** rate, 1 to 10 */
		rating: z.number().min(1).max(10),
		/** codes */
		codes: z.array(z.number().int()),
		/** deliverBefore, ISO-8601 in UTC */
		deliver_before: z.string(),
		/** checklist: one answer per question, false where it is not the right one */
		answers: z.array(z.boolean()),
		/** scan */
		barcodes: z.array(z.string()),
		/** items */
		items: z.array(itemSchema),
	})
	.partial()
	.strict();

export type StepOptions = z.output<typeof stepOptionsSchema>;

/** What a step needs of the world. */
export interface StepContext {
	settings: RadaroSettings;
	/** A new time, in the form in which events carry it. */
	now(): string;
	nextId(): number;
	remove(job: Job): void;
}

/** One thing that can happen to a job. */
export interface Step {
	label: string;
	/** Not part of the usual way; the page tucks it away. */
	aside?: boolean;
	/** What a person chooses along with it. */
	choice?: Choice;
	possible(job: Job): boolean;
	/** Changes the job and gives the event to send, or null where none is sent. */
	run(job: Job, options: StepOptions, context: StepContext): RadaroEvent | null;
}

export type Steps = Readonly<Record<string, Step>>;

export const UNDERWAY = ['assigned', 'pickup', 'picked_up', 'in_progress'];
export const FINISHED = ['delivered', 'confirmed', 'failed'];
const KNOWN = new Set([...UNDERWAY, ...FINISHED, 'pending', 'not_assigned']);

/** A condition on the job's status. */
export function from(...statuses: string[]): (job: Job) => boolean {
	return (job) => statuses.includes(job.info.status);
}

/** The status without a documented code, and any other that was written from outside. */
export function onTheWayBack(job: Job): boolean {
	return !KNOWN.has(job.info.status);
}

/** Marks the job as changed now. */
export function touch(job: Job, context: StepContext): void {
	job.info.updated_at = context.now();
}
