import { type JobKind, jobsOf } from '../core/jobs';
import type { Card } from '../core/vendor';
import { DRIVERS } from './defaults';
import type { Stop, Tour, TourState } from './model';
import type { RoutigoService } from './service';
import { type StepOptions, stepOptionsSchema } from './step';
import { STOP_STEPS } from './stopSteps';
import { tasksOf } from './things';
import { FIRST_STEPS, LAST_STEPS, progressOf } from './tourSteps';

const LABELS: Readonly<Record<TourState, string>> = {
	new: 'New',
	planned: 'Planned',
	assigned: 'Assigned',
	started: 'Started',
	finished: 'Finished',
};

const TONES: Readonly<Record<TourState, Card['tone']>> = {
	new: 'waiting',
	planned: 'waiting',
	assigned: 'moving',
	started: 'moving',
	finished: 'good',
};

/** Tours, and what happens to them on the road. */
export const TOURS = jobsOf<RoutigoService, Tour, StepOptions>({
	word: 'tour',
	all: ({ store }) => store.tours,
	find: ({ store }, id) => store.tours.find((each) => each.id === id),
	idOf: ({ id }) => id,
	inWords: ({ state }) => `a tour that is "${state}"`,
	view: tourView,
	card: (tour) => {
		const driver = DRIVERS.find(({ id }) => id === tour.driverId);
		return {
			title: tour.name,
			lines: [driver ? `Driver: ${driver.name}` : 'No driver yet', progressOf(tour), placeOf(tour)],
			status: tour.state,
			statusLabel: LABELS[tour.state],
			tone: TONES[tour.state],
		};
	},
	// Before it is done, its events are about the tour.
	states: (tour) =>
		tasksOf(tour).flatMap(({ assignment, shipment }) => {
			const { id, kind, endStatus } = assignment;
			if (endStatus === null || !shipment) return [];
			const isDelivered = kind === 'DELIVERY' && endStatus === 'DELIVERED';
			const reference = String(shipment.order.identifier);
			return [{ id, reference, status: endStatus, isDelivered, email: null }];
		}),
	steps: { ...FIRST_STEPS, ...STOP_STEPS, ...LAST_STEPS },
	options: stepOptionsSchema,
});

/** Where the driver is, or goes next. */
function placeOf({ stops }: Tour): string {
	const open = stops.filter(({ doneAt }) => doneAt === null);
	const arrived = open.filter(isReached);
	if (arrived.length > 0) return `Arrived: ${arrived.map(nameOf).join(', ')}`;
	return open[0] ? `Next stop: ${nameOf(open[0])}` : 'No stop left';
}

/** Drivers arrive at a stop, or at one of its assignments alone. */
function isReached({ arrivedAt, assignments }: Stop): boolean {
	return arrivedAt !== null || assignments.some((each) => each.arrivedAt !== null);
}

/** Of a pick-up, little may be known. */
function nameOf({ address, sequence }: Stop): string {
	return address.name || address.streetName || `stop ${sequence}`;
}

/** A tour as the control interface shows it. */
export function tourView({ lastEvents, ...tour }: Tour): Record<string, unknown> {
	return { ...tour, lastEvents: lastEvents.map(({ event }) => event) };
}

/** Orders that wait for a tour; nothing happens to them until they have one. */
export const ORDERS: JobKind<RoutigoService> = jobsOf({
	word: 'order',
	all: ({ store }: RoutigoService) => store.orders,
	find: () => undefined,
	idOf: ({ identifier }) => `order ${identifier}`,
	inWords: () => 'an order',
	view: (order) => order,
	card: ({ identifier, scheduledDeliveryDate, deliveryLocation }) => {
		const { name, cityName } = deliveryLocation.addressInformation;
		return {
			title: identifier,
			lines: [[name, cityName].filter(Boolean).join(', '), `For ${scheduledDeliveryDate}`],
			status: 'uploaded',
			statusLabel: 'Waits for a tour',
			tone: 'waiting',
		};
	},
	states: () => [],
	steps: {},
	options: stepOptionsSchema,
});
