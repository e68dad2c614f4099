import { Random } from './random';
import type { Course, PlayStep, Script } from './script';

/** One job of the day. */
export interface PlannedJob {
	path: string;
	body: Record<string, unknown>;
	/** Known once it has been made. */
	id?: string;
	/** What can happen to it next. */
	possible?: readonly string[];
	/** Whether something of it was refused, so that the rest cannot happen either. */
	lost?: boolean;
}

/** Something that happens; without a step the job is made. */
export interface Happening {
	job: PlannedJob;
	step?: PlayStep;
}

/**
 * A vendor's day in the order in which it happens. Jobs overlap, as they do on the road, and the same
 * seed always gives the same day.
 *
 * @param vendor keeps vendors' days apart under one seed
 * @param today such as 2026-01-31
 */
export function planDay(
	script: Script,
	vendor: string,
	{ jobs, seed, today }: { jobs: number; seed: number; today: string },
): Happening[] {
	const random = new Random(seed ^ hashOf(vendor));
	const atOnce = script.atOnce ?? jobs;
	// When each of those that can be on the road at once is back.
	const back: number[] = [];
	const timed = Array.from({ length: jobs }, (_each, index) => {
		const number = `${seed}-${String(index + 1).padStart(3, '0')}`;
		const job: PlannedJob = script.create(random, number, today);
		const course = script.courses[index] ?? choose(script.courses, random);
		const made = random.next();
		const happenings: Array<Happening & { time: number }> = [{ job, time: made }];
		let time = Math.max(made, back[index % atOnce] ?? 0);
		for (const step of course.steps(random)) {
			time += 0.2 + random.next();
			happenings.push({ job, step, time });
		}
		back[index % atOnce] = time;
		return happenings;
	});
	return timed.flat().sort((one, other) => one.time - other.time);
}

/** How many of the jobs each vendor gets: as evenly as it goes. */
export function share(jobs: number, vendors: number, index: number): number {
	return Math.floor(jobs / vendors) + (index < jobs % vendors ? 1 : 0);
}

function choose(courses: Script['courses'], random: Random): Course {
	const all = courses.reduce((sum, { weight }) => sum + weight, 0);
	let left = random.next() * all;
	return courses.find(({ weight }) => (left -= weight) < 0) ?? courses[0];
}

function hashOf(text: string): number {
	return [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 0);
}
