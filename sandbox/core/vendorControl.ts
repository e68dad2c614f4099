import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Delivery } from './delivery';
import { faultSchema, type FaultBoard } from './faults';
import { parseOrRefuse } from './refusal';
import type { RequestLog } from './requests';
import type { Settings } from './settings';
import { webhooksSchema, type Webhooks } from './webhooks';

/** What the control routes common to all vendors work on. */
export interface Controllable {
	settings: Settings<unknown>;
	faults: FaultBoard;
	requests: RequestLog;
}

/** A vendor whose addresses a person pastes into its portal. */
export interface Addressed {
	webhooks: Webhooks;
	send(body: unknown, event: string, job: null, urls?: readonly string[]): Promise<Delivery[]>;
}

const sendSchema = z
	.object({ body: z.unknown(), urls: webhooksSchema.shape.urls.optional() })
	.strict();

/** Settings, faults and the request log. */
export function addCommonControl(app: FastifyInstance, vendor: Controllable): void {
	app.get('/settings', () => vendor.settings.values);
	app.patch('/settings', (request) => vendor.settings.patch(request.body));

	app.get('/faults', () => vendor.faults.all());
	app.post('/faults', (request, reply) => {
		const fault = vendor.faults.add(parseOrRefuse(faultSchema, request.body));
		return reply.code(201).send(fault);
	});
	app.delete('/faults', (_request, reply) => {
		vendor.faults.clear();
		return reply.code(204).send();
	});

	app.get('/requests', () => vendor.requests.all());
	app.delete('/requests', (_request, reply) => {
		vendor.requests.clear();
		return reply.code(204).send();
	});
}

/** Addresses and raw payloads. */
export function addAddressControl(app: FastifyInstance, vendor: Addressed): void {
	app.get('/webhooks', () => vendor.webhooks.masked());
	app.put('/webhooks', (request) => {
		vendor.webhooks.set(parseOrRefuse(webhooksSchema, request.body));
		return vendor.webhooks.masked();
	});
	app.post('/send', async (request) => {
		const { body, urls } = parseOrRefuse(sendSchema, request.body);
		return { deliveries: await vendor.send(body, 'raw payload', null, urls) };
	});
}
