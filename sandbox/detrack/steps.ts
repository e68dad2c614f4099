import { choicesFor, chooseStep } from '../core/steps';
import type { StepChoice } from '../core/vendor';
import { DRIVER_STEPS } from './driverSteps';
import type { Job } from './model';
import { OFFICE_STEPS } from './officeSteps';
import { STATUS_LABELS } from './status';
import type { Step, Steps } from './step';

const STEPS: Steps = { ...OFFICE_STEPS, ...DRIVER_STEPS };

/** What can happen to the job next. */
export function possibleSteps(job: Job): StepChoice[] {
	return choicesFor(STEPS, job);
}

/** The step by its name, or a refusal that lists what is possible. */
export function stepFor(job: Job, name: string): Step {
	return chooseStep(STEPS, job, name, `a job that is "${STATUS_LABELS[job.fields.status]}"`);
}
