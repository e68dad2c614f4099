import { randomBytes } from 'node:crypto';
import { chooseStep, choicesFor, type Possible } from '../core/steps';
import type { StepChoice } from '../core/vendor';
import type { Hook, Org } from './model';
import type { ReadyCloudService } from './service';

interface HookStep extends Possible<Hook> {
	run(service: ReadyCloudService, org: Org, hook: Hook): void;
}

/** What happens to a webhook behind the back of the program that registered it. */
const STEPS: Readonly<Record<string, HookStep>> = {
	suspend: {
		label: 'Suspend',
		possible: (hook) => hook.suspended_at === null,
		run: (service, _org, hook) => service.suspend(hook),
	},
	token: {
		label: 'Change token',
		// A suspended one sends nothing that would carry it.
		possible: (hook) => hook.suspended_at === null,
		run: (service, _org, hook) => {
			hook.token = randomBytes(15).toString('hex');
			service.hideSecrets();
		},
	},
	remove: {
		label: 'Remove',
		possible: () => true,
		run: (_service, org, hook) => {
			org.hooks = org.hooks.filter((each) => each !== hook);
		},
	},
};

/** What can happen to the webhook next. */
export function hookChoices(hook: Hook): StepChoice[] {
	return choicesFor(STEPS, hook);
}

/** Does one of them, or refuses. */
export function runHookStep(service: ReadyCloudService, org: Org, hook: Hook, name: string): void {
	chooseStep(STEPS, hook, name, 'a webhook that is suspended').run(service, org, hook);
}
