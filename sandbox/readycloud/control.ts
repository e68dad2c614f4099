import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pathValue } from '../core/query';
import { parseOrRefuse, Refusal } from '../core/refusal';
import { chooseStep } from '../core/steps';
import { addCommonControl } from '../core/vendorControl';
import { CONTACT_STEPS } from './contactSteps';
import { addCreateControl } from './createControl';
import { ENTITIES } from './defaults';
import { addHookControl } from './hookControl';
import { ORDER_STEPS } from './orderSteps';
import { contactReport, orderReport, orgOf, toldToPerson } from './report';
import type { ContactScope, OrderScope } from './scopes';
import type { ReadyCloudService } from './service';
import { stageOf } from './stages';
import { stepOptionsSchema, type StepOptions } from './step';
import { tokenSchema } from './tokens';

const sendSchema = z.object({ body: z.unknown(), entity: z.enum(ENTITIES) }).strict();

/** What people do in ReadyCloud and carriers do to it, and the sandbox's own switches. */
export function addControl(app: FastifyInstance, service: ReadyCloudService): void {
	addCommonControl(app, service);
	addHookControl(app, service);
	addCreateControl(app, service);

	app.get('/tokens', () => service.tokens.masked());
	app.post('/tokens', (request, reply) => {
		service.tokens.add(parseOrRefuse(tokenSchema, request.body));
		service.hideSecrets();
		return reply.code(201).send(service.tokens.masked());
	});
	app.post('/tokens/expire', () => {
		service.tokens.expire();
		return service.tokens.masked();
	});
	app.post('/send', async (request) => {
		const { body, entity } = parseOrRefuse(sendSchema, request.body);
		const subject = { id: 'raw', reference: null, remember: (): void => undefined };
		const event = { entity, label: 'raw payload', body };
		return { deliveries: await service.emit({ org: orgOf(service) }, subject, [event]) };
	});
	app.post('/jobs/:id/steps/:step', async (request) => {
		const id = pathValue(request, 'id');
		const options = parseOrRefuse(stepOptionsSchema, request.body ?? {});
		for (const org of service.store.orgs) {
			const order = org.orders.find((each) => each.id === id);
			if (order) return runOrderStep(service, { org, order }, request, options);
			const contact = org.contacts.find((each) => each.id === id);
			if (contact) return runContactStep(service, { org, contact }, request, options);
		}
		throw new Refusal(404, `There is no order or contact ${id}.`);
	});
}

async function runOrderStep(
	service: ReadyCloudService,
	at: OrderScope,
	request: FastifyRequest,
	options: StepOptions,
): Promise<Record<string, unknown>> {
	const what = `an order that is "${stageOf(at.order)}"`;
	const step = chooseStep(ORDER_STEPS, at, pathValue(request, 'step'), what);
	return orderReport(at, await toldToPerson(() => step.run(at, options, service)));
}

async function runContactStep(
	service: ReadyCloudService,
	at: ContactScope,
	request: FastifyRequest,
	options: StepOptions,
): Promise<Record<string, unknown>> {
	const step = chooseStep(CONTACT_STEPS, at, pathValue(request, 'step'), 'a contact');
	return contactReport(at, await toldToPerson(() => step.run(at, options, service)));
}
