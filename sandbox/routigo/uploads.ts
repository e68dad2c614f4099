import { jsonAnswer } from '../core/answer';
import { type Order, ordersOf } from './orderFields';
import type { RoutigoApi, RoutigoService } from './service';

/** The upload of orders, as RoutiGo's own plugin uses it. */
export function addUploadRoute({ routes, service }: RoutigoApi): void {
	const { settings, store } = service;
	routes.put('/api/upload', ({ body }) => {
		const { trackingId } = settings.values;
		takeOrders(service, ordersOf(body, settings.values));
		const id = store.nextBatch();
		if (trackingId === 'missing') return jsonAnswer(202, {});
		return jsonAnswer(202, { trackingId: trackingId === 'number' ? id : `sandbox-batch-${id}` });
	});
}

/** Has orders wait for a tour; one that waits already is replaced. */
export function takeOrders({ store }: RoutigoService, orders: readonly Order[]): void {
	for (const order of orders) {
		const at = store.orders.findIndex(({ identifier }) => identifier === order.identifier);
		if (at >= 0) store.orders[at] = order;
		else store.orders.push(order);
	}
}
