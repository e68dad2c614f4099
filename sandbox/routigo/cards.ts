import { hint } from '../core/mask';
import { choicesFor } from '../core/steps';
import type { Card, Column, Registered } from '../core/vendor';
import { DRIVERS } from './defaults';
import { hookChoices } from './hookSteps';
import type { Hook, Tour, TourState } from './model';
import type { Order } from './orderFields';
import type { RoutigoService } from './service';
import { STEPS } from './steps';
import { progressOf } from './tourSteps';

// More would only slow the page down.
const SHOWN = 100;

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

/** RoutiGo's column on the page: tours, newest first, and the orders that wait for one. */
export function columnOf({ store, services }: RoutigoService): Column {
	const cards = [
		...store.tours.slice(-SHOWN).reverse().map(tourCard),
		...store.orders.slice(-SHOWN).reverse().map(orderCard),
	];
	return {
		name: 'routigo',
		label: 'RoutiGo',
		jobs: cards,
		jobCount: store.tours.length + store.orders.length,
		actions: [
			{ name: 'create-tour', label: 'Create tour', path: 'tours' },
			{ name: 'upload-orders', label: 'Upload orders', path: 'orders' },
		],
		empty: 'No tour yet. Activate a workflow, which registers its webhooks, and create a tour.',
		webhooks: null,
		registered: store.hooks.map((hook) =>
			registered(hook, services.mask.text(hook.config.action.url)),
		),
	};
}

/** A webhook as it may be shown. */
export function registered(hook: Hook, url: string): Registered {
	const { id, config } = hook;
	const [secret] = Object.values(config.action.headers ?? {});
	return {
		id,
		event: `${config.routigoEvent} (${config.routigoEventType})`,
		url,
		tokenHint: secret === undefined ? 'none' : hint(secret),
		suspendedAt: null,
		steps: hookChoices(hook),
	};
}

function tourCard(tour: Tour): Card {
	const driver = DRIVERS.find(({ id }) => id === tour.driverId);
	const next = tour.stops.find(({ doneAt }) => doneAt === null);
	return {
		id: tour.id,
		title: tour.name,
		lines: [
			driver ? `Driver: ${driver.name}` : 'No driver yet',
			progressOf(tour),
			next ? `Next stop: ${next.address.name}` : 'No stop left',
		],
		status: tour.state,
		statusLabel: LABELS[tour.state],
		tone: TONES[tour.state],
		steps: choicesFor(STEPS, tour),
	};
}

function orderCard({ identifier, scheduledDeliveryDate, deliveryLocation }: Order): Card {
	const { name, cityName } = deliveryLocation.addressInformation;
	return {
		id: `order ${identifier}`,
		title: identifier,
		lines: [[name, cityName].filter(Boolean).join(', '), `For ${scheduledDeliveryDate}`],
		status: 'uploaded',
		statusLabel: 'Waits for a tour',
		tone: 'waiting',
		steps: [],
	};
}
