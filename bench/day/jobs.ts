import { isRecord } from '../../sandbox/core/json';
import type { Delivery } from '../../sandbox/core/delivery';
import { DELETE, type JobState, REATTEMPT, stateAfter } from './states';

/** One thing that happened to a job, and what became of the calls that told of it. */
export interface Step {
	name: string;
	/** How the job stood afterwards; `undefined` where that did not change. */
	state: JobState | undefined;
	/** Whether there were calls, and n8n answered 200 to all of them. */
	told: boolean;
}

/** A job of the day, as who made it and drove it knows it. */
export interface DayJob {
	vendor: string;
	id: string;
	/** The owner's own name for it. */
	number: string;
	kind: 'delivery' | 'collection';
	/** Where a service counts them. */
	attempt: number;
	/** Of who gets it. */
	mail: string | undefined;
	steps: Step[];
}

/** A job out of what a script makes one of. */
export function newJob(
	vendor: string,
	{ path, body, id }: { path: string; body: Record<string, unknown>; id: string },
): DayJob {
	return {
		vendor,
		id,
		number: text(body.external_id) ?? text(body.do_number) ?? text(body.primary_id) ?? id,
		kind: path === 'collections' ? 'collection' : 'delivery',
		attempt: 1,
		mail: mailIn(body),
		steps: [],
	};
}

/** Notes a step with the answers to its calls. A new attempt is a job of its own, which is given. */
export function note(job: DayJob, name: string, deliveries: readonly Delivery[]): DayJob[] {
	const step = { name, state: stateAfter(job.vendor, name), told: told(deliveries) };
	if (name !== REATTEMPT) {
		job.steps.push(step);
		return [];
	}
	return [{ ...job, id: `${job.id} ${REATTEMPT}`, attempt: 2, steps: [step] }];
}

/** How a job stands in the end as n8n must know it, or `undefined` where it need not know. */
export type Knowledge = (job: DayJob) => JobState | undefined;

/** What n8n was told: a call that was not answered 200 may have been taken, or not. */
export const asTold: Knowledge = ({ steps }) => {
	const last = lastChange(steps);
	return last?.told ? last.state : undefined;
};

/** What a service says when it is asked. Of a job that was deleted it says nothing. */
export const asAsked: Knowledge = (job) => {
	const isGone = job.steps.some(({ name }) => name === DELETE);
	return isGone ? asTold(job) : lastChange(job.steps)?.state;
};

function lastChange(steps: readonly Step[]): Step | undefined {
	return steps.filter(({ state }) => state !== undefined).at(-1);
}

function told(deliveries: readonly Delivery[]): boolean {
	// A call without the password is refused, and made again with it.
	const counting = deliveries.filter(({ status }) => status !== 401);
	return counting.length > 0 && counting.every(({ accepted }) => accepted);
}

function mailIn(body: Record<string, unknown>): string | undefined {
	const { customer, shipping } = body;
	const ship = isRecord(shipping) && isRecord(shipping.ship_to) ? shipping.ship_to : {};
	return (
		text(isRecord(customer) ? customer.email : undefined) ??
		text(body.notify_email) ??
		text(ship.email)
	);
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
