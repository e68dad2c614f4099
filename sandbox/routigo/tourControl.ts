import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { count } from '../core/many';
import { parseOrRefuse } from '../core/refusal';
import { TOURS, tourView } from './cards';
import { DRIVERS, SUPPLIERS } from './defaults';
import { ordersOf } from './orderFields';
import { sampleOrders } from './samples';
import type { RoutigoService } from './service';
import { createTour } from './tours';
import { takeOrders } from './uploads';

const SAMPLES = 3;

const newTour = z
	.object({
		name: z.string(),
		serviceCentre: z.string(),
		/** Go to the orders in turn. */
		suppliers: z.array(z.string().nullable()),
		/** As in an upload; without it those that wait, or else made-up ones. */
		orders: z.array(z.unknown()),
		/** How many made-up ones. */
		count,
	})
	.partial()
	.strict();
const newOrders = z
	.object({ orders: z.array(z.unknown()), count })
	.partial()
	.strict();

/** Orders and tours, and what happens to them on the road. */
export function addTourControl(app: FastifyInstance, service: RoutigoService): void {
	const { store, services, settings } = service;
	const samples = (size = SAMPLES): unknown[] => sampleOrders(size, services.clock.now());

	app.get('/drivers', () => DRIVERS);
	app.get('/orders', () => store.orders);
	app.post('/orders', (request, reply) => {
		const given = parseOrRefuse(newOrders, request.body ?? {});
		const orders = ordersOf(given.orders ?? samples(given.count), settings.values);
		takeOrders(service, orders);
		const told = `${orders.length === 1 ? 'The order waits' : 'The orders wait'} for “Create tour”. RoutiGo calls nobody for an upload.`;
		return reply.code(201).send({ orders, deliveries: [], told });
	});
	app.get('/tours', () => store.tours.map(tourView));
	app.post('/tours', (request, reply) => {
		const { orders, count: size, ...given } = parseOrRefuse(newTour, request.body ?? {});
		const waiting = orders === undefined && size === undefined ? store.takeOrders() : [];
		const made = waiting.length > 0 ? waiting : ordersOf(orders ?? samples(size), settings.values);
		const suppliers = waiting.length > 0 || orders ? [] : SUPPLIERS;
		const tour = createTour(service, made, { suppliers, ...given });
		// New tours are nobody's business until they are planned.
		const told = 'The tour is there. RoutiGo calls nobody before it is planned.';
		return reply.code(201).send({ ...TOURS.report(service, tour, []), told });
	});
}
