import { randomInt } from 'node:crypto';

import { changeEntry, createBox } from './create';
import { orderFields } from './fields';
import type { Order } from './model';
import type { ReadyCloudService } from './service';
import type { StepOptions } from './step';

/** Hands the boxes to a carrier: each gets a tracking number, and the order its shipping fields. */
export function fulfil(service: ReadyCloudService, order: Order, options: StepOptions): void {
	if (order.boxes.length === 0) createBox(service, order, {});
	const now = service.store.stamp();
	const cost = options.ship_cost ?? '6.82 USD';
	changeEntry(service, order, orderFields, {
		printed_at: order.fields.printed_at ?? now,
		shipping: {
			ship_cost: cost,
			ship_type: 'Ground Example',
			ship_via: 'Example Carrier',
			shipped_at: now,
			status: 'fulfilled',
			warehouse: 'Main',
		},
	});
	for (const box of order.boxes) {
		box.fields.tracking_number = options.tracking_number ?? `1ZSANDBOX${randomInt(1e8, 1e9)}`;
		box.fields.ship_cost = cost;
		box.updated_at = now;
	}
	track(service, order, 'Label created');
}

/** Adds a line to every box's tracking; its status values are not documented. */
export function track(service: ReadyCloudService, order: Order, description: string): void {
	for (const box of order.boxes) {
		const status = description.toLowerCase().replaceAll(' ', '_');
		box.tracking.push(service.store.entry({ description, location: 'Tacoma, WA', status }));
	}
}
