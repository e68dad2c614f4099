import type { FastifyRequest } from 'fastify';

import { addResource } from './collection';
import { changeEntry, createBox, createEntry, createOrder } from './create';
import { orderChanged, removeOrder } from './events';
import { boxFields, itemFields, noteFields, orderFields } from './fields';
import type { Order } from './model';
import { detailOf, filterOrders, onlyAsked } from './orderFilters';
import { boxView, itemView, noteView, orderView, trackingView } from './orderView';
import { boxUrl, orderUrl, PATHS } from './paths';
import { boxScope, orderScope, type OrderScope, orgScope, type OrgScope } from './scopes';
import type { ReadyCloudApi } from './service';
import type { ReadyCloudSettings } from './settings';
import { withSuggestions } from './suggestions';

/** Orders with their boxes, items, tracking and notes. */
export function addOrderRoutes(api: ReadyCloudApi): void {
	const { service } = api;
	const settings = (): ReadyCloudSettings => service.settings.values;
	const nested = (at: OrderScope, label: string): void => {
		void orderChanged(service, at, label, true);
	};
	const show = (
		{ org }: OrgScope,
		order: Order,
		request: FastifyRequest,
	): Record<string, unknown> =>
		withSuggestions(orderView({ org, order }, detailOf(request, settings())), request);

	addResource(api, {
		path: PATHS.orders,
		scope: orgScope,
		all: ({ org }) => org.orders,
		filter: filterOrders,
		show,
		showRow: (at, order, request) => onlyAsked(show(at, order, request), request),
		create: ({ org }, body) => {
			const order = createOrder(service, org, body);
			void orderChanged(service, { org, order }, 'order created');
			return order;
		},
		change: ({ org }, order, body) => {
			changeEntry(service, order, orderFields, body);
			void orderChanged(service, { org, order });
		},
		remove: ({ org }, order) => void removeOrder({ org, order }),
	});
	addResource(api, {
		path: PATHS.orderNotes,
		scope: orderScope,
		all: ({ order }) => order.notes,
		show: (at, note) => noteView(note, orderUrl(at)),
		create: (at, body) => {
			const note = createEntry(service, at.order.notes, noteFields, body);
			nested(at, 'note added');
			return note;
		},
		change: (at, note, body) => {
			changeEntry(service, note, noteFields, body);
			nested(at, 'note changed');
		},
	});
	addResource(api, {
		path: PATHS.boxes,
		scope: orderScope,
		all: ({ order }) => order.boxes,
		show: (at, box, request) => {
			return boxView({ ...at, box }, { ...detailOf(request, settings()), boxes: true });
		},
		create: (at, body) => {
			const box = createBox(service, at.order, body);
			nested(at, 'box added');
			return box;
		},
		change: (at, box, body) => {
			changeEntry(service, box, boxFields, body);
			nested(at, 'box changed');
		},
	});
	addResource(api, {
		path: PATHS.items,
		scope: boxScope,
		all: ({ box }) => box.items,
		show: (at, item) => itemView(item, boxUrl(at)),
		create: (at, body) => {
			const item = createEntry(service, at.box.items, itemFields, body);
			nested(at, 'item added');
			return item;
		},
		change: (at, item, body) => {
			changeEntry(service, item, itemFields, body);
			nested(at, 'item changed');
		},
	});
	addResource(api, {
		path: PATHS.tracking,
		scope: boxScope,
		all: ({ box }) => box.tracking,
		show: (at, entry) => trackingView(entry, boxUrl(at)),
	});
}
