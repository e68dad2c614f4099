import { changeEntry, createBox, createEntry } from './create';
import { acceptanceScan, emitOrder, orderChanged, orderEvent, removeOrder } from './events';
import { noteFields, orderFields } from './fields';
import type { OrderScope } from './scopes';
import { fulfil, track } from './shipping';
import { at } from './stages';
import type { Steps } from './step';

/** What can happen to an order, in the order in which it usually does. */
export const ORDER_STEPS: Steps<OrderScope> = {
	pay: {
		label: 'Paid',
		aside: true,
		possible: ({ order }) => order.fields.billing.status === 'pending',
		run: (scope, _options, service) => {
			changeEntry(service, scope.order, orderFields, { billing: { status: 'paid' } });
			return orderChanged(service, scope, 'order paid');
		},
	},
	pack: {
		label: 'Pack',
		possible: at('new'),
		run: (scope, _options, service) => {
			const { order } = scope;
			if (order.boxes.length === 0) createBox(service, order, {});
			if (!order.tags.includes('packed')) order.tags.push('packed');
			changeEntry(service, order, orderFields, { printed_at: service.store.stamp() });
			return orderChanged(service, scope, 'order packed');
		},
	},
	ship: {
		label: 'Ship',
		possible: at('new', 'packed'),
		run: (scope, options, service) => {
			fulfil(service, scope.order, options);
			return orderChanged(service, scope, 'order shipped');
		},
	},
	scan: {
		label: 'Carrier scan',
		possible: at('shipped'),
		run: (scope, options, service) => {
			const { ship_cost = '6.82 USD', tax = '3.15 USD', packing_cost = '1.10 USD' } = options;
			track(service, scope.order, 'Accepted by carrier');
			return emitOrder(service, scope, [acceptanceScan(scope, { ship_cost, tax, packing_cost })]);
		},
	},
	deliver: {
		label: 'Deliver',
		possible: at('shipped'),
		run: (scope, _options, service) => {
			const now = service.store.stamp();
			track(service, scope.order, 'Delivered');
			for (const box of scope.order.boxes) box.fields.delivered_at = now;
			scope.order.nested_updated_at = now;
			const delivered = orderEvent(service, scope, 'order-delivered', 'order delivered');
			const changed = orderEvent(service, scope, 'orders', 'order delivered');
			return emitOrder(service, scope, [changed, delivered]);
		},
	},
	change: {
		label: 'Change',
		aside: true,
		possible: () => true,
		run: (scope, { fields = { message: 'Please ring the bell' } }, service) => {
			changeEntry(service, scope.order, orderFields, fields);
			return orderChanged(service, scope);
		},
	},
	note: {
		label: 'Add a note',
		aside: true,
		possible: () => true,
		run: (scope, _options, service) => {
			const author = { name: 'Example Agent', email: 'agent@example.com' };
			const body = { author, content: 'Customer asked for gift wrap.' };
			createEntry(service, scope.order.notes, noteFields, body);
			return orderChanged(service, scope, 'note added', true);
		},
	},
	cancel: {
		// Its API has no cancelled orders, only payments that are.
		label: 'Cancel the payment',
		aside: true,
		possible: at('new', 'packed'),
		run: (scope, _options, service) => {
			changeEntry(service, scope.order, orderFields, { billing: { status: 'cancelled' } });
			return orderChanged(service, scope, 'order cancelled');
		},
	},
	repeat: {
		label: 'Send again',
		aside: true,
		possible: ({ order }) => order.lastEvents.length > 0,
		run: (scope, _options, service) => emitOrder(service, scope, scope.order.lastEvents),
	},
	delete: {
		label: 'Delete',
		aside: true,
		possible: () => true,
		run: (scope) => removeOrder(scope),
	},
};
