import { choicesFor, chooseStep } from '../core/steps';
import type { StepChoice } from '../core/vendor';
import type { Job } from './job';
import { OTHER_STEPS } from './otherSteps';
import { STATUS_STEPS } from './statusSteps';
import type { Step, Steps } from './step';

const STEPS: Steps = { ...STATUS_STEPS, ...OTHER_STEPS };

/** What can happen to the job next. */
export function possibleSteps(job: Job): StepChoice[] {
	return choicesFor(STEPS, job);
}

/** The step by its name, or a refusal that lists what is possible. */
export function stepFor(job: Job, name: string): Step {
	return chooseStep(STEPS, job, name, `a job that is "${job.info.status}"`);
}
