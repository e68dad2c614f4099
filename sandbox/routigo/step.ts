import { z } from 'zod';

import type * as core from '../core/jobs';
import { Refusal } from '../core/refusal';
import type { Occurrence, Tour, TourState } from './model';
import type { RoutigoService } from './service';
import { type Task, tasksOf } from './things';

/** What may be sent along with a step; each step reads its own. */
export const stepOptionsSchema = z
	.object({
		/** assign: a driver's id; the first free one if not given */
		driver: z.string(),
		/** arrive and all that finish something: the next one if not given */
		stop: z.string(),
		/** arriveAssignment, done, changeRegistrations */
		assignment: z.string(),
		/** all that finish something, and changeRegistrations: in any words */
		endStatus: z.string(),
		/** the same: what the driver records */
		registrations: z.record(z.unknown()),
	})
	.partial()
	.strict();

export type StepOptions = z.output<typeof stepOptionsSchema>;

/** What can happen to a tour. */
export type Steps = core.Steps<RoutigoService, Tour, StepOptions>;

/** A condition on the tour's state. */
export function when(...states: TourState[]): (tour: Tour) => boolean {
	return ({ state }) => states.includes(state);
}

/** Something that happened now. */
export function happened(
	service: RoutigoService,
	event: Occurrence['event'],
	kind: Occurrence['kind'],
	{ id }: { id: string },
): Occurrence {
	return { event, kind, id, at: service.stamp() };
}

/** The assignment, or the first one of the stop, for which something is still to happen. */
export function chooseTask(
	tour: Tour,
	{ stop, assignment }: StepOptions,
	isOpen: (task: Task) => boolean,
): Task {
	const asked = tasksOf(tour).filter(
		(task) =>
			(stop === undefined || task.stop.id === stop) &&
			(assignment === undefined || task.assignment.id === assignment),
	);
	const found = asked.find(isOpen);
	if (found) return found;
	const why = asked.length > 0 ? 'is not open to this step' : 'is not on this tour';
	throw new Refusal(409, `The stop or assignment that was asked for ${why}.`);
}
