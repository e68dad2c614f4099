import type { FastifyInstance } from 'fastify';
import { pathValue } from '../core/query';
import { Refusal } from '../core/refusal';
import type { Registered } from '../core/vendor';
import { registered } from './cards';
import { createHook } from './hooks';
import { runHookStep } from './hookSteps';
import type { Hook } from './model';
import { orgOf, toldToPerson } from './report';
import type { ReadyCloudService } from './service';

/** Webhooks as another program, or ReadyCloud itself, deals with them. */
export function addHookControl(app: FastifyInstance, service: ReadyCloudService): void {
	const shown = (hook: Hook): Registered =>
		registered(hook, service.services.mask.text(hook.remote_url));
	const all = (): Registered[] => service.store.orgs.flatMap((org) => org.hooks.map(shown));

	app.get('/webhooks', all);
	app.post('/webhooks', (request, reply) => {
		const hook = toldToPerson(() => createHook(service, orgOf(service), request.body, null));
		return reply.code(201).send(shown(hook));
	});
	app.post('/webhooks/:id/steps/:step', (request) => {
		const id = pathValue(request, 'id');
		for (const org of service.store.orgs) {
			const hook = org.hooks.find((each) => each.id === id);
			if (!hook) continue;
			runHookStep(service, org, hook, pathValue(request, 'step'));
			return { webhooks: all(), deliveries: [] };
		}
		throw new Refusal(404, `There is no webhook ${id}.`);
	});
}
