import type { Tour } from './model';
import type { Steps } from './step';
import { STOP_STEPS } from './stopSteps';
import { FIRST_STEPS, LAST_STEPS } from './tourSteps';

/** Everything that can happen to a tour, in the order in which it usually does. */
export const STEPS: Steps = { ...FIRST_STEPS, ...STOP_STEPS, ...LAST_STEPS };

/** A tour in words, for a refusal. */
export function inWords({ state }: Tour): string {
	return `a tour that is "${state}"`;
}
