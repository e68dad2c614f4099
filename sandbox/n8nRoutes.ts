import type { FastifyInstance } from 'fastify';

import { Refusal } from './core/refusal';
import type { N8nDesk } from './n8n';

/** `/control/n8n`: stops the n8n that was started along with the sandbox, and starts it again. */
export function addN8nRoutes(app: FastifyInstance, n8n: N8nDesk | null): void {
	for (const action of ['stop', 'kill', 'start'] as const) {
		app.post(`/n8n/${action}`, (_request, reply) => {
			if (!n8n) {
				throw new Refusal(404, 'The sandbox runs alone: no n8n was started along with it.');
			}
			return reply.code(202).send(n8n.act(action));
		});
	}
}
