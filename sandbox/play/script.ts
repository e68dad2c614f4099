import type { Random } from './random';

/** One thing that happens to a job: a step of its vendor, by name, and what is sent along. */
export type PlayStep =
	| string
	| readonly [name: string, options: Record<string, unknown>]
	/** Left out where it is not possible, as is sending something again that nobody was sent. */
	| { maybe: string };

/** How a job may go. */
export interface Course {
	/** How often, compared with the others. */
	weight: number;
	steps(random: Random): readonly PlayStep[];
}

/** A vendor's part in a day. */
export interface Script {
	/** What makes a job: a path below `/control/<vendor>/`, and its body. */
	create(
		random: Random,
		number: string,
		today: string,
	): { path: string; body: Record<string, unknown> };
	/** How many of them can be on the road at once; without it all. */
	atOnce?: number;
	/** The first jobs take them in this order, so that a short day has some of everything. */
	courses: readonly [Course, ...Course[]];
}
