import { Refusal } from './refusal';
import type { Choice, StepChoice } from './vendor';

/** What the page needs to know of one thing that can happen. */
export interface Possible<T> {
	label: string;
	/** Not part of the usual way; the page tucks it away. */
	aside?: boolean;
	/** What a person chooses along with it. */
	choice?: Choice;
	possible(target: T): boolean;
}

/** What can happen next. */
export function choicesFor<T>(
	steps: Readonly<Record<string, Possible<T>>>,
	target: T,
): StepChoice[] {
	return Object.entries(steps)
		.filter(([, step]) => step.possible(target))
		.map(([name, { label, aside = false, choice = null }]) => ({ name, label, aside, choice }));
}

/**
 * The step by its name, or a refusal that lists what is possible.
 *
 * @param what the target in words, such as: a job that is "assigned"
 */
export function chooseStep<T, S extends Possible<T>>(
	steps: Readonly<Record<string, S>>,
	target: T,
	name: string,
	what: string,
): S {
	const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
	if (step?.possible(target)) return step;
	const names = choicesFor(steps, target).map((each) => each.name);
	const why = step ? `The step "${name}" isn't possible for ${what}` : `There is no step "${name}"`;
	throw new Refusal(409, `${why}; possible are: ${names.join(', ')}.`);
}
