import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseOrRefuse, Refusal } from '../core/refusal';
import type { ErpService } from './service';

const recordSchema = z
	.object({
		doctype: z.string(),
		name: z.string().min(1),
		values: z.record(z.unknown()).default({}),
	})
	.strict();

/** What people do in the ERP, and what programs did to it. */
export function addErpControl(app: FastifyInstance, service: ErpService): void {
	const { store, changes } = service;
	app.get('/changes', () => changes.all());
	app.post('/orders', (_request, reply) => {
		return reply.code(201).send(service.addSalesOrder());
	});
	// By hand, so it is no change that a program made, and its name can be chosen.
	app.post('/records', (request, reply) => {
		const { doctype, name, values } = parseOrRefuse(recordSchema, request.body);
		if (!service.knows(doctype)) throw new Refusal(404, `There is no kind of record ${doctype}.`);
		return reply.code(201).send(store.add(doctype, service.kind(doctype), values, name));
	});
}
