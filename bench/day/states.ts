/** How a job stands, in the words of the delivery event. */
export type JobState =
	| 'created'
	| 'scheduled'
	| 'assigned'
	| 'picked_up'
	| 'in_transit'
	| 'out_for_delivery'
	| 'arriving'
	| 'delivered'
	| 'partially_delivered'
	| 'attempt_failed'
	| 'on_hold'
	| 'returned'
	| 'cancelled';

/** The step with which a job begins. */
export const MADE = 'made';
/** After which nobody can be asked for a job. */
export const DELETE = 'delete';
/** Detrack's new attempt, which is a job of its own. */
export const REATTEMPT = 'reattempt';

/**
 * How a job stands after a step of the day, by what the step means to people; a step that is not here
 * leaves it as it was. Written by hand: nothing of it comes from the code that is tried.
 */
const STATE_AFTER: Readonly<Record<string, Readonly<Record<string, JobState>>>> = {
	radaro: {
		[MADE]: 'created',
		assign: 'assigned',
		pickup: 'assigned',
		picked_up: 'picked_up',
		start: 'out_for_delivery',
		deliver: 'delivered',
		fail: 'attempt_failed',
		[DELETE]: 'cancelled',
	},
	detrack: {
		[MADE]: 'created',
		dispatch: 'created',
		// Its day is today.
		assign: 'out_for_delivery',
		headTo: 'arriving',
		arrive: 'arriving',
		complete: 'delivered',
		partial: 'partially_delivered',
		fail: 'attempt_failed',
		hold: 'on_hold',
		return: 'returned',
		// Of a deletion the sandbox's notification tells only how the job stood.
		// Its day is tomorrow, and its driver that of the first one.
		[REATTEMPT]: 'scheduled',
	},
	readycloud: {
		[MADE]: 'created',
		ship: 'in_transit',
		deliver: 'delivered',
	},
};

/** How a job stands after a step, or `undefined` where the step leaves it as it was. */
export function stateAfter(vendor: string, step: string): JobState | undefined {
	return STATE_AFTER[vendor]?.[step];
}
