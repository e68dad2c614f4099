import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parseOrRefuse } from '../core/refusal';
import { chooseStep, choicesFor, type Possible } from '../core/steps';
import type { StepChoice } from '../core/vendor';
import { hookConfigOf } from './hookFields';
import { laidOver } from './hooks';
import type { Hook } from './model';
import type { RoutigoService } from './service';

interface HookStep extends Possible<Hook> {
	run(service: RoutigoService, hook: Hook, body: unknown): void;
}

const MOVED = { action: { url: 'https://elsewhere.example.test/changed' } };

/** What happens to a webhook behind the back of the program that registered it. */
const STEPS: Readonly<Record<string, HookStep>> = {
	change: {
		label: 'Change',
		possible: () => true,
		run: (service, hook, body) => {
			const changes = parseOrRefuse(z.record(z.unknown()), body ?? {});
			const given = Object.keys(changes).length === 0 ? MOVED : changes;
			const settings = service.settings.values;
			hook.config = hookConfigOf(settings, laidOver(hook.config, given), hook.version);
			service.hideSecrets();
		},
	},
	secret: {
		label: 'Change secret',
		possible: ({ config }) => Object.keys(config.action.headers ?? {}).length > 0,
		run: (service, hook) => {
			const names = Object.keys(hook.config.action.headers ?? {});
			const headers = Object.fromEntries(
				names.map((name) => [name, randomBytes(15).toString('hex')]),
			);
			hook.config = { ...hook.config, action: { ...hook.config.action, headers } };
			service.hideSecrets();
		},
	},
	duplicate: {
		label: 'Double',
		possible: () => true,
		run: ({ store }, hook) => {
			store.hooks.push({ ...hook, id: store.newId(), failures: 0 });
		},
	},
	remove: {
		label: 'Remove',
		possible: () => true,
		run: ({ store }, hook) => store.removeHook(hook),
	},
};

/** What can happen to a webhook. */
export function hookChoices(hook: Hook): StepChoice[] {
	return choicesFor(STEPS, hook);
}

/** Does one of them, or refuses. */
export function runHookStep(
	service: RoutigoService,
	hook: Hook,
	name: string,
	body: unknown,
): void {
	chooseStep(STEPS, hook, name, 'a webhook').run(service, hook, body);
}
