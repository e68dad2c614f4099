import { type RoutigoType, TYPES } from './defaults';
import type { Assignment, Occurrence, Shipment, Stop, Tour } from './model';

/** An assignment with all it belongs to. */
export interface Task {
	assignment: Assignment;
	stop: Stop;
	/** A break has none. */
	shipment: Shipment | undefined;
}

/** One object that a notification describes; what does not single out one thing is absent. */
export interface Thing extends Partial<Task> {
	type: RoutigoType;
	tour: Tour;
	/** Everything to be done in it. */
	tasks: readonly Task[];
}

/** Everything to be done on a tour, in the order of its stops. */
export function tasksOf({ stops, shipments }: Tour): Task[] {
	return stops.flatMap((stop) =>
		stop.assignments.map((assignment) => {
			const shipment = shipments.find(({ id }) => id === assignment.shipmentId);
			return { assignment, stop, shipment };
		}),
	);
}

/** The shipments of tasks; those without one are left out. */
export function shipmentsOf(tasks: readonly Task[]): Shipment[] {
	return tasks.flatMap(({ shipment }) => shipment ?? []);
}

/** The objects of a type that an event is about. */
export function thingsOf(tour: Tour, { kind, id }: Occurrence, type: RoutigoType): Thing[] {
	const all = tasksOf(tour);
	const tasks = all.filter((task) => kind === 'TOUR' || KEYS[kind](task) === id);
	if (type === 'TOUR') return [{ type, tour, tasks: all }];
	const ids = [...new Set(tasks.map(KEYS[type]))].filter((each) => each !== undefined);
	return ids.flatMap((each) => {
		const own = all.filter((task) => KEYS[type](task) === each);
		const [first] = own;
		return first ? [{ type, tour, tasks: own, ...single(type, first) }] : [];
	});
}

/** Whether a type lies below an event's own kind of object. */
export function isSmaller(type: RoutigoType, kind: RoutigoType): boolean {
	return TYPES.indexOf(type) > TYPES.indexOf(kind);
}

const KEYS: Readonly<Record<Exclude<RoutigoType, 'TOUR'>, (task: Task) => string | undefined>> = {
	STOP: ({ stop }) => stop.id,
	SHIPMENT: ({ shipment }) => shipment?.id,
	ASSIGNMENT: ({ assignment }) => assignment.id,
};

function single(type: RoutigoType, { assignment, stop, shipment }: Task): Partial<Task> {
	if (type === 'STOP') return { stop };
	return type === 'SHIPMENT' ? { shipment } : { assignment, stop, shipment };
}
