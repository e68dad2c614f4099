import { jsonAnswer } from '../core/answer';
import { ordersOf, type Order } from './orderFields';
import { Problem } from '../core/problem';
import type { RoutigoApi, RoutigoService } from './service';

/** The upload of orders, as RoutiGo's own plugin uses it. */
export function addUploadRoute({ routes, service }: RoutigoApi): void {
	const { settings, store } = service;
	routes.put('/api/upload', ({ body }) => {
		const { trackingId } = settings.values;
		takeOrders(service, ordersOf(settings.values, body));
		const id = store.nextBatch();
		if (trackingId === 'missing') return jsonAnswer(202, {});
		return jsonAnswer(202, { trackingId: trackingId === 'number' ? id : `sandbox-batch-${id}` });
	});
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
