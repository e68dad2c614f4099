import { Refusal } from '../shared/refusal';
import type { StepChoice } from '../shared/vendor';
import type { Job } from './job';
import { OTHER_STEPS } from './otherSteps';
import { STATUS_STEPS } from './statusSteps';
import type { Step, Steps } from './step';

const STEPS: Steps = { ...STATUS_STEPS, ...OTHER_STEPS };

/** What can happen to the job next. */
export function possibleSteps(job: Job): StepChoice[] {
	return Object.entries(STEPS)
		.filter(([, step]) => step.possible(job))
		.map(([name, { label, aside = false }]) => ({ name, label, aside }));
}

/** The step by its name, or a refusal that lists what is possible. */
export function stepFor(job: Job, name: string): Step {
	const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
	if (step?.possible(job)) return step;
	const names = possibleSteps(job).map((each) => each.name);
	const why = step
		? `The step "${name}" isn't possible for a job that is "${job.info.status}"`
		: `There is no step "${name}"`;
	throw new Refusal(409, `${why}; possible are: ${names.join(', ')}.`);
}
