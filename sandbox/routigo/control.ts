import type { FastifyInstance } from 'fastify';
import { parseOrRefuse } from '../core/refusal';
import { addCommonControl } from '../core/commonControl';
import { addHookControl } from './hookControl';
import { keySchema } from './keys';
import { addSendControl } from './sendControl';
import type { RoutigoService } from './service';
import { addTourControl } from './tourControl';

/** What people do in RoutiGo and drivers in its app, and the sandbox's own switches. */
export function addControl(app: FastifyInstance, service: RoutigoService): void {
	addCommonControl(app, service);
	addHookControl(app, service);
	addSendControl(app, service);
	addTourControl(app, service);

	app.get('/keys', () => service.keys.masked());
	app.post('/keys', (request, reply) => {
		service.keys.put(parseOrRefuse(keySchema, request.body));
		service.hideSecrets();
		return reply.code(201).send(service.keys.masked());
	});
}
