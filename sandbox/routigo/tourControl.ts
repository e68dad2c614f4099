import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pathValue } from '../core/query';
import { parseOrRefuse, Refusal } from '../core/refusal';
import { chooseStep } from '../core/steps';
import { DRIVERS, SUPPLIERS } from './defaults';
import { ordersOf } from './orderFields';
import { tourReport, tourView, toldToPerson } from './report';
import { sampleOrders } from './samples';
import type { RoutigoService } from './service';
import { stepOptionsSchema } from './step';
import { inWords, STEPS } from './steps';
import { createTour } from './tours';
import { takeOrders } from './uploads';

const SAMPLES = 3;
const MOST = 5000;

const count = z.number().int().min(1).max(MOST);
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
	const { store, settings, services } = service;
	const samples = (size = SAMPLES): unknown[] => sampleOrders(size, services.clock.now());

	app.get('/drivers', () => DRIVERS);
	app.get('/orders', () => store.orders);
	app.post('/orders', (request, reply) => {
		const given = parseOrRefuse(newOrders, request.body ?? {});
		const orders = toldToPerson(() =>
			ordersOf(settings.values, given.orders ?? samples(given.count)),
		);
		toldToPerson(() => takeOrders(service, orders));
		return reply.code(201).send({ orders, deliveries: [] });
	});
	app.get('/tours', () => store.tours.map(tourView));
	app.post('/tours', (request, reply) => {
		const { orders, count: size, ...given } = parseOrRefuse(newTour, request.body ?? {});
		const waiting = orders === undefined && size === undefined ? store.takeOrders() : [];
		const made = toldToPerson(() =>
			waiting.length > 0 ? waiting : ordersOf(settings.values, orders ?? samples(size)),
		);
		const suppliers = waiting.length > 0 || orders ? [] : SUPPLIERS;
		const tour = createTour(service, made, { suppliers, ...given });
		// New tours are nobody's business until they're planned.
		return reply.code(201).send(tourReport(tour, []));
	});
	app.post('/jobs/:id/steps/:step', async (request) => {
		const id = pathValue(request, 'id');
		const options = parseOrRefuse(stepOptionsSchema, request.body ?? {});
		const tour = store.tours.find((each) => each.id === id);
		if (!tour) throw new Refusal(404, `There is no tour ${id}.`);
		const step = chooseStep(STEPS, tour, pathValue(request, 'step'), inWords(tour));
		return tourReport(tour, await step.run(tour, options, service));
	});
}
