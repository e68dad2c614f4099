import type { FastifyInstance } from 'fastify';
import { jsonAnswer } from '../core/answer';
import { withKey } from './auth';
import { ordersOf, type Order } from './orderFields';
import { Problem } from './problem';
import type { RoutigoService } from './service';

/** The upload of orders, as RoutiGo's own plugin uses it. */
export function addUploadRoute(app: FastifyInstance, service: RoutigoService): void {
	app.put(
		'/api/upload',
		withKey(service, (request) => {
			const { trackingId } = service.settings.values;
			takeOrders(service, ordersOf(service.settings.values, request.body));
			const id = service.store.nextBatch();
			if (trackingId === 'missing') return jsonAnswer(202, {});
			return jsonAnswer(202, { trackingId: trackingId === 'number' ? id : `sandbox-batch-${id}` });
		}),
	);
}

/** Has orders wait for a tour. */
export function takeOrders({ store, settings }: RoutigoService, orders: readonly Order[]): void {
	const { sameIdentifier, badOrderStatus } = settings.values;
	const known = new Set(store.orders.map(({ identifier }) => identifier));
	if (sameIdentifier === 'refused') {
		const again = orders.find(({ identifier }) => known.has(identifier));
		if (again) throw new Problem(badOrderStatus, `Order ${again.identifier} exists already`);
	}
	for (const order of orders) {
		const at = store.orders.findIndex(({ identifier }) => identifier === order.identifier);
		if (at >= 0 && sameIdentifier === 'updates') store.orders[at] = order;
		else store.orders.push(order);
	}
}
