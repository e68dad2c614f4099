import type { FastifyInstance } from 'fastify';

import { FIRST_NUMBER, manyAsked } from '../core/many';
import { CONTACTS, ORDERS } from './cards';
import { packagingFields } from './contactFields';
import { packagingView } from './contactView';
import { changeEntry, createContact, createEntry, createOrder } from './create';
import { contactChanged, orderChanged, packagingChanged } from './events';
import type { Order } from './model';
import { orgUrl } from './paths';
import { sampleContact, sampleOrder, samplePackaging } from './samples';
import type { ReadyCloudService } from './service';

/** Makes orders, contacts and packaging by hand, and many orders at once. */
export function addCreateControl(app: FastifyInstance, service: ReadyCloudService): void {
	const now = (): Date => service.services.clock.now();

	app.post('/orders', async (request, reply) => {
		const org = service.store.ownOrg();
		const { body } = request;
		const many = manyAsked(body);
		if (many) {
			const { count, given } = many;
			const orders = seed(service, count, (number) => sampleOrder(given, now(), number));
			// Nobody is told of them: it is as if they had been there all along.
			const urls = orders.map(({ id }) => `${orgUrl({ org })}orders/${id}/`);
			return reply.code(201).send({ count, urls });
		}
		const order = createOrder(service, org, sampleOrder(body, now()));
		const at = { org, order };
		const deliveries = await orderChanged(service, at, 'order created');
		return reply.code(201).send(ORDERS.report(service, at, deliveries));
	});
	app.post('/contacts', async (request, reply) => {
		const org = service.store.ownOrg();
		const contact = createContact(service, org, sampleContact(request.body));
		const deliveries = await contactChanged(service, { org, contact });
		return reply.code(201).send(CONTACTS.report(service, { org, contact }, deliveries));
	});
	app.post('/packaging', async (request, reply) => {
		const org = service.store.ownOrg();
		const body = samplePackaging(request.body);
		const known = org.packaging.find(({ fields }) => fields.name === body.name);
		const packaging = known ?? createEntry(service, org.packaging, packagingFields, body);
		if (known) changeEntry(service, known, packagingFields, request.body);
		const deliveries = await packagingChanged(service, { org }, packaging);
		const job = packagingView({ org }, packaging);
		return reply.code(201).send({ id: packaging.id, job, deliveries });
	});
}

/** Creates all of the orders, or none when one cannot be created. */
function seed(
	service: ReadyCloudService,
	count: number,
	body: (number: number) => unknown,
): Order[] {
	const { orders } = service.store.ownOrg();
	const before = orders.length;
	try {
		return Array.from({ length: count }, () =>
			createOrder(service, service.store.ownOrg(), body(FIRST_NUMBER + orders.length)),
		);
	} catch (error) {
		orders.length = before;
		throw error;
	}
}
