import { isRecord } from '../core/json';
import type { RoutigoType } from './defaults';
import { type Facts, factsOf } from './facts';
import { flatBody } from './flatBody';
import type { Occurrence } from './model';
import type { RoutigoSettings } from './settings';
import { shipmentsOf, tasksOf, type Thing } from './things';
import { timeIn } from './times';

type View = Record<string, unknown>;

/** Names that another programmer might have chosen. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	tour: 'route',
	driver: 'courier',
	shipment: 'consignment',
	assignment: 'task',
	identifier: 'externalId',
	trackingCode: 'trackAndTraceCode',
	endStatus: 'deliveryStatus',
	serviceCentre: 'serviceCenterCode',
	supplier: 'supplierCode',
	timeWindow: 'communicatedWindow',
	address: 'addressInformation',
	timestamp: 'occurredAt',
};

/** One object of a notification. Nothing of its shape is RoutiGo's: the real one is not known. */
export function bodyOf(thing: Thing, event: Occurrence, settings: RoutigoSettings): unknown {
	const { type } = thing;
	if (Object.hasOwn(settings.fixedBodies, type)) return settings.fixedBodies[type];
	const facts = factsOf(thing, settings);
	const head = { timestamp: timeIn(settings.bodyTimes, event.at) };
	switch (settings.bodyStructure) {
		case 'nested':
			return { ...head, ...nested(thing, facts) };
		case 'array':
			return [{ ...head, ...nested(thing, facts) }];
		case 'otherNames':
			return renamed({ ...head, ...nested(thing, facts) });
		case 'deep':
			return { ...head, data: facts };
		case 'flat':
			return { ...head, ...flatBody(facts) };
		case 'bare':
			return bare(thing, facts);
		case 'minimal':
			return { id: bare(thing, facts).id };
	}
}

/** Everything side by side, the thing itself under its own name. */
function nested(thing: Thing, { tour, driver, ...facts }: Facts): View {
	const stops = thing.type === 'TOUR' ? { stops: stopList(thing) } : {};
	return { tour: { ...tour, driver, ...stops }, ...facts };
}

/** The thing alone; what it belongs to by its id. */
function bare({ type }: Thing, { tour, driver, ...facts }: Facts): View {
	const { shipment, stop, assignment, address, timeWindow } = facts;
	const tourId = tour.id;
	const alone: Readonly<Record<RoutigoType, View>> = {
		TOUR: { ...tour, driver },
		STOP: { ...stop, address, timeWindow, tourId },
		SHIPMENT: { ...shipment, address, timeWindow, tourId },
		ASSIGNMENT: {
			...assignment,
			identifier: shipment?.identifier,
			trackingCode: shipment?.trackingCode,
			...{ shipmentId: shipment?.id, stopId: stop?.id, tourId },
		},
	};
	return alone[type];
}

function stopList({ tour }: Thing): View[] {
	return tour.stops.map(({ id, sequence, address }) => ({
		id,
		sequence,
		name: address.name,
		identifiers: shipmentsOf(tasksOf(tour).filter(({ stop }) => stop.id === id)).map(
			({ order }) => order.identifier,
		),
	}));
}

function renamed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(renamed);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [OTHER_NAMES[name] ?? name, renamed(inner)]),
	);
}
