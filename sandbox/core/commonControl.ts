import type { FastifyInstance } from 'fastify';

import { faultSchema } from './faults';
import { parseOrRefuse } from './refusal';
import type { StandInService } from './service';

/** Settings, faults and the request log. */
export function addCommonControl(
	app: FastifyInstance,
	{ settings, faults, requests }: StandInService,
): void {
	app.get('/settings', () => settings.values);
	app.patch('/settings', (request) => settings.patch(request.body));

	app.get('/faults', () => faults.all());
	app.post('/faults', (request, reply) => {
		const fault = faults.add(parseOrRefuse(faultSchema, request.body));
		return reply.code(201).send(fault);
	});
	app.get('/requests', () => requests.all());
	app.get('/requests/count', () => ({ count: requests.count }));
	for (const [path, list] of [
		['/faults', faults],
		['/requests', requests],
	] as const) {
		app.delete(path, (_request, reply) => {
			list.clear();
			return reply.code(204).send();
		});
	}
}
