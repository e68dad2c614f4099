import { DRIVERS } from './defaults';
import type { RoutigoSettings } from './settings';
import type { Task, Thing } from './things';
import { timeIn } from './times';

type View = Record<string, unknown>;

/** The objects around a thing, under made-up names; undefined fields do not reach the wire. */
export interface Facts {
	tour: View;
	driver: View | undefined;
	stop: View | undefined;
	shipment: View | undefined;
	assignment: View | undefined;
	address?: View;
	timeWindow?: View;
}

/** Everything that is known of a thing. */
export function factsOf(
	{ tour, stop, shipment, assignment, tasks }: Thing,
	s: RoutigoSettings,
): Facts {
	const driver = DRIVERS.find(({ id }) => id === tour.driverId);
	const time = (at: string | null | undefined): unknown => timeIn(s.bodyTimes, at);
	const isBreak = assignment !== undefined && shipment === undefined;
	return {
		tour: {
			id: tour.id,
			name: tour.name,
			status: tour.state.toUpperCase(),
			serviceCentre: tour.serviceCentre,
			date: tour.date,
			numberOfStops: tour.stops.length,
		},
		driver: driver && { ...driver },
		stop: stop && {
			id: stop.id,
			sequence: stop.sequence,
			arrivedAt: time(stop.arrivedAt),
			doneAt: time(stop.doneAt),
		},
		shipment: shipment && {
			id: shipment.id,
			identifier: shipment.order.identifier,
			trackingCode: shipment.trackingCode,
			supplier: shipment.supplier ?? undefined,
		},
		assignment: assignment && {
			id: assignment.id,
			type: assignment.kind,
			endStatus: s.bodyEndStatus ? (assignment.endStatus ?? undefined) : undefined,
			arrivedAt: time(assignment.arrivedAt),
			doneAt: time(assignment.doneAt),
			registrations: assignment.registrations,
		},
		...(isBreak ? {} : stopPlace(stop, time)),
		...shipmentPlace(shipment, stop, tasks, time),
	};
}

function stopPlace(stop: Thing['stop'], time: (at: string | null) => unknown): Partial<Facts> {
	if (!stop) return {};
	const { address, windowFrom, windowTo } = stop;
	return { address: { ...address }, timeWindow: { from: time(windowFrom), to: time(windowTo) } };
}

// A shipment has no stop of its own: where it goes to is told.
function shipmentPlace(
	shipment: Thing['shipment'],
	stop: Thing['stop'],
	tasks: readonly Task[],
	time: (at: string | null) => unknown,
): Partial<Facts> {
	if (!shipment || stop) return {};
	const goal = tasks.find(({ assignment }) => assignment.kind === 'DELIVERY') ?? tasks[0];
	if (!goal) return {};
	return stopPlace(goal.stop, time);
}
