import type { FastifyInstance } from 'fastify';
import { jsonAnswer, NO_CONTENT } from '../core/answer';
import { withKey } from './auth';
import { seenHooks } from './hookRoutes';
import { createHook } from './hooks';
import { hookView } from './hookView';
import type { RoutigoService } from './service';

/** What RoutiGo's own plugin still uses; more of the first version isn't known. */
export function addLegacyRoutes(app: FastifyInstance, service: RoutigoService): void {
	app.post(
		'/api/v1/webhook',
		withKey(service, (request, key) => {
			const hook = createHook(service, request.body, { version: 1, owner: key.value });
			return jsonAnswer(201, hookView(hook, service.settings.values));
		}),
	);
	app.get(
		'/api/v1/webhooks',
		withKey(service, (_request, key) => {
			const settings = service.settings.values;
			const hooks = seenHooks(service, key, 1);
			if (hooks.length === 0 && settings.legacyEmptyList === 204) return NO_CONTENT;
			return jsonAnswer(
				200,
				hooks.map((hook) => hookView(hook, settings)),
			);
		}),
	);
}
