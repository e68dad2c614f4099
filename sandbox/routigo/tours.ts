import { randomBytes } from 'node:crypto';

import { SERVICE_CENTRES } from './defaults';
import type { Assignment, Shipment, Stop, Tour } from './model';
import type { Order } from './orderFields';
import type { RoutigoService } from './service';
import { atTimeOfDay } from './times';

const FIRST_STOP_HOUR = 8;
const STOP_MINUTES = 30;
const WINDOW_MINUTES = 60;

/** Makes a tour of orders: pick-ups come first, and one address is one stop. */
export function createTour(
	service: RoutigoService,
	orders: readonly Order[],
	given: { name?: string; serviceCentre?: string; suppliers?: ReadonlyArray<string | null> },
): Tour {
	const { store } = service;
	const { suppliers = [] } = given;
	const shipments = orders.map((order, index): Shipment => ({
		id: store.newId(),
		order,
		trackingCode: randomBytes(5).toString('hex').toUpperCase(),
		supplier: suppliers[index % suppliers.length] ?? null,
		done: false,
	}));
	const stops: Stop[] = [];
	for (const kind of ['PICKUP', 'DELIVERY'] as const) {
		for (const { id, order } of shipments) {
			const at = kind === 'PICKUP' ? order.pickupLocation : order.deliveryLocation;
			if (!at) continue;
			stopAt(service, stops, at.addressInformation).assignments.push({
				...{ id: store.newId(), kind, shipmentId: id },
				...{ arrivedAt: null, doneAt: null, endStatus: null, registrations: {}, changes: 0 },
			} satisfies Assignment);
		}
	}
	const tour: Tour = {
		id: store.newId(),
		name: given.name ?? `Tour ${store.nextTour()}`,
		serviceCentre: given.serviceCentre ?? SERVICE_CENTRES[0],
		date: orders[0]?.scheduledDeliveryDate ?? service.stamp().slice(0, 10),
		state: 'new',
		driverId: null,
		stops,
		shipments,
		lastEvents: [],
	};
	store.tours.push(tour);
	return tour;
}

/** Fixes every stop's window: the wish where there was one, else an hour around the arrival. */
export function fixWindows({ stops, shipments, date }: Tour): void {
	for (const stop of stops) {
		const wishes = stop.assignments.flatMap(({ kind, shipmentId }) => {
			const shipment = shipments.find(({ id }) => id === shipmentId);
			return kind === 'DELIVERY' && shipment ? [shipment.order.deliveryLocation] : [];
		});
		const minutes = FIRST_STOP_HOUR * 60 + (stop.sequence - 1) * STOP_MINUTES;
		const from = wishes.find(({ visitAfter }) => visitAfter)?.visitAfter ?? `PT${minutes}M`;
		const to = wishes.find(({ visitBefore }) => visitBefore)?.visitBefore;
		stop.windowFrom = atTimeOfDay(date, from);
		const later = new Date(Date.parse(stop.windowFrom) + WINDOW_MINUTES * 60_000);
		stop.windowTo = to ? atTimeOfDay(date, to) : later.toISOString();
	}
}

function stopAt({ store }: RoutigoService, stops: Stop[], address: Stop['address']): Stop {
	// Without a number, two houses of one post code are told apart by their street and name.
	const place = (at: Stop['address']): string =>
		at.houseNumber
			? [at.postcode, at.houseNumber, at.houseNumberAddition].join(' ')
			: [at.postcode, at.streetName, at.name].join(' ');
	const known = stops.find((stop) => place(stop.address) === place(address));
	if (known) return known;
	const stop: Stop = {
		...{ id: store.newId(), sequence: stops.length + 1, address, assignments: [] },
		...{ windowFrom: null, windowTo: null, arrivedAt: null, doneAt: null },
	};
	stops.push(stop);
	return stop;
}
