import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isRecord } from '../core/json';
import { parseOrRefuse } from '../core/refusal';
import { packagingFields } from './contactFields';
import { packagingView } from './contactView';
import { changeEntry, createContact, createEntry, createOrder } from './create';
import { contactChanged, orderChanged, packagingChanged } from './events';
import type { Order } from './model';
import { orgUrl } from './paths';
import { contactReport, orderReport, orgOf, toldToPerson } from './report';
import { sampleContact, sampleOrder, samplePackaging } from './samples';
import type { ReadyCloudService } from './service';

const MOST = 5000;
const FIRST_NUMBER = 100_001;
const countSchema = z.object({ count: z.number().int().min(1).max(MOST) }).passthrough();

/** Makes orders, contacts and packaging by hand, and many orders at once. */
export function addCreateControl(app: FastifyInstance, service: ReadyCloudService): void {
	const now = (): Date => service.services.clock.now();

	app.post('/orders', async (request, reply) => {
		const org = orgOf(service);
		const { body } = request;
		if (isRecord(body) && 'count' in body) {
			const { count, ...given } = parseOrRefuse(countSchema, body);
			const orders = seed(service, count, (number) => sampleOrder(given, now(), number));
			// Nobody is told of them: it's as if they had been there all along.
			const urls = orders.map(({ id }) => `${orgUrl({ org })}orders/${id}/`);
			return reply.code(201).send({ count, urls });
		}
		const order = toldToPerson(() => createOrder(service, org, sampleOrder(body, now())));
		const at = { org, order };
		const deliveries = await orderChanged(service, at, 'order created');
		return reply.code(201).send(orderReport(at, deliveries));
	});
	app.post('/contacts', async (request, reply) => {
		const org = orgOf(service);
		const contact = toldToPerson(() => createContact(service, org, sampleContact(request.body)));
		const deliveries = await contactChanged(service, { org, contact });
		return reply.code(201).send(contactReport({ org, contact }, deliveries));
	});
	app.post('/packaging', async (request, reply) => {
		const org = orgOf(service);
		const body = samplePackaging(request.body);
		const known = org.packaging.find(({ fields }) => fields.name === body.name);
		const packaging = toldToPerson(
			() => known ?? createEntry(service, org.packaging, packagingFields, body),
		);
		if (known) toldToPerson(() => changeEntry(service, known, packagingFields, request.body));
		const deliveries = await packagingChanged(service, { org }, packaging);
		const job = packagingView({ org }, packaging);
		return reply.code(201).send({ id: packaging.id, job, deliveries });
	});
}

/** Creates all of the orders, or none when one can't be created. */
function seed(
	service: ReadyCloudService,
	count: number,
	body: (number: number) => unknown,
): Order[] {
	const { orders } = orgOf(service);
	const before = orders.length;
	try {
		return Array.from({ length: count }, () =>
			toldToPerson(() => createOrder(service, orgOf(service), body(FIRST_NUMBER + orders.length))),
		);
	} catch (error) {
		orders.length = before;
		throw error;
	}
}
