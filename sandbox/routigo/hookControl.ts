import type { FastifyInstance } from 'fastify';
import { pathValue } from '../core/query';
import { Refusal } from '../core/refusal';
import type { Registered } from '../core/vendor';
import { registered } from './cards';
import { createHook } from './hooks';
import { runHookStep } from './hookSteps';
import type { Hook } from './model';
import { toldToPerson } from './report';
import type { RoutigoService } from './service';

/** Webhooks as other programs of the company, or people in RoutiGo, deal with them. */
export function addHookControl(app: FastifyInstance, service: RoutigoService): void {
	const { store } = service;
	const shown = (hook: Hook): Registered =>
		registered(hook, service.services.mask.text(hook.config.action.url));
	const all = (): Registered[] => store.hooks.map(shown);

	app.get('/webhooks', all);
	app.post('/webhooks', (request, reply) => {
		const made = { version: 2, owner: null } as const;
		const hook = toldToPerson(() => createHook(service, request.body, made));
		return reply.code(201).send(shown(hook));
	});
	app.delete('/webhooks', (_request, reply) => {
		for (const hook of [...store.hooks]) store.removeHook(hook);
		return reply.code(204).send();
	});
	app.post('/webhooks/:id/steps/:step', (request) => {
		const hook = hookCalled(service, pathValue(request, 'id'));
		const step = pathValue(request, 'step');
		toldToPerson(() => runHookStep(service, hook, step, request.body));
		return { webhooks: all(), deliveries: [] };
	});
}

/** The webhook with an id, whoever made it. */
export function hookCalled({ store }: RoutigoService, id: string): Hook {
	const hook = store.hooks.find((each) => each.id === id);
	if (!hook) throw new Refusal(404, `There is no webhook ${id}.`);
	return hook;
}
