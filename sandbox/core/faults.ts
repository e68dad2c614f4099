import { randomUUID } from 'node:crypto';

import { z } from 'zod';

export const FAULT_KINDS = [
	'slow',
	'status',
	'reset',
	'malformed',
	'html',
	'timeout',
	'expiredKey',
	'keyEcho',
] as const;

/** What `POST /control/<vendor>/faults` takes. */
export const faultSchema = z
	.object({
		kind: z.enum(FAULT_KINDS),
		/** before: nothing is processed; after: the work is done and only its answer suffers. */
		when: z.enum(['before', 'after']).default('before'),
		/** How many requests; without it until cleared. */
		times: z.number().int().positive().optional(),
		/** Only every so many-th of the requests that it fits; without it each of them. */
		every: z.number().int().positive().optional(),
		/** How long `slow` waits, in real milliseconds. */
		ms: z.number().int().nonnegative().default(2000),
		/** What `status` (500 if not given) and `html` (502) answer. */
		status: z.number().int().min(200).max(599).optional(),
		/** Sent as `Retry-After`, in seconds or as a date. */
		retryAfter: z.union([z.number(), z.string()]).optional(),
		/** Only these methods; without it all. */
		methods: z.array(z.string().transform((method) => method.toUpperCase())).optional(),
		/** Only paths that contain this. */
		path: z.string().optional(),
	})
	.strict();

export type Fault = z.output<typeof faultSchema> & { id: string };

/** The faults that are switched on for one vendor; the oldest that fits is used first. */
export class FaultBoard {
	#faults: Fault[] = [];
	/** How many requests a fault with `every` has fitted. */
	readonly #fitted = new Map<string, number>();

	add(fault: z.output<typeof faultSchema>): Fault {
		const added = { id: randomUUID(), ...fault };
		this.#faults.push(added);
		return added;
	}

	all(): readonly Fault[] {
		return this.#faults;
	}

	clear(): void {
		this.#faults = [];
		this.#fitted.clear();
	}

	/** The fault to apply to this request now; counts it. */
	take(when: Fault['when'], method: string, path: string): Fault | undefined {
		const fault = this.#faults.find(
			(each) =>
				each.when === when &&
				(each.methods?.includes(method) ?? true) &&
				path.includes(each.path ?? '') &&
				this.#isItsTurn(each),
		);
		if (fault?.times !== undefined && --fault.times === 0) {
			this.#faults = this.#faults.filter((each) => each !== fault);
		}
		return fault;
	}

	#isItsTurn({ id, every = 1 }: Fault): boolean {
		const fitted = (this.#fitted.get(id) ?? 0) + 1;
		this.#fitted.set(id, fitted);
		return fitted % every === 0;
	}
}
