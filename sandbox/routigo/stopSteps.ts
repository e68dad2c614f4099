import type { Delivery } from '../core/delivery';
import { complete, completed } from './complete';
import type { Assignment, Tour } from './model';
import { emit } from './notify';
import type { RoutigoService } from './service';
import { chooseTask, happened, type StepOptions, type Steps, when } from './step';
import { type Task, tasksOf } from './things';

// RoutiGo documents none of them.
const FAILED = 'NOT_DELIVERED';
const AT_NEIGHBOURS = 'DELIVERED_AT_NEIGHBOURS';
const PARTLY = 'PARTIALLY_DELIVERED';

const isOpen = ({ assignment }: Task): boolean => assignment.doneAt === null;
const isAwaited = ({ stop, assignment }: Task): boolean =>
	stop.arrivedAt === null && assignment.doneAt === null;
const isDone = ({ assignment }: Task): boolean => assignment.doneAt !== null;

const underway =
	(is: (task: Task) => boolean) =>
	(tour: Tour): boolean =>
		when('started')(tour) && tasksOf(tour).some(is);

/** What happens at a tour's stops. */
export const STOP_STEPS: Steps = {
	arrive: {
		label: 'Arrive',
		possible: underway(isAwaited),
		run: (tour, options, service) => {
			const { stop } = chooseTask(tour, options, isAwaited);
			const at = service.stamp();
			const arriving = stop.assignments.filter(({ arrivedAt }) => arrivedAt === null);
			for (const each of [stop, ...arriving]) each.arrivedAt = at;
			return emit(service, tour, [
				happened(service, 'STOP_ARRIVED', 'STOP', stop),
				...arriving.map((each) => happened(service, 'ASSIGNMENT_ARRIVED', 'ASSIGNMENT', each)),
			]);
		},
	},
	done: {
		label: 'Done',
		possible: underway(isOpen),
		run: (tour, options, service) => finishTask(service, tour, options),
	},
	fail: {
		label: 'Fail',
		possible: underway(isOpen),
		run: (tour, options, service) => finishTask(service, tour, { endStatus: FAILED, ...options }),
	},
	neighbours: {
		label: 'Done at the neighbours',
		aside: true,
		possible: underway(isOpen),
		run: (tour, options, service) =>
			finishTask(service, tour, { endStatus: AT_NEIGHBOURS, ...options }),
	},
	partly: {
		label: 'Done in part',
		aside: true,
		possible: underway(isOpen),
		run: (tour, options, service) => finishTask(service, tour, { endStatus: PARTLY, ...options }),
	},
	doneStop: {
		label: 'Stop done',
		aside: true,
		possible: underway(isOpen),
		run: (tour, options, service) => {
			const { stop } = chooseTask(tour, options, isOpen);
			const open = stop.assignments.filter(({ doneAt }) => doneAt === null);
			return emit(service, tour, complete(service, tour, stop, open, options));
		},
	},
	break: {
		label: 'Break',
		aside: true,
		possible: underway(isOpen),
		run: (tour, options, service) => finishAside(service, tour, 'BREAK', options),
	},
	charge: {
		label: 'Charge',
		aside: true,
		possible: underway(isOpen),
		run: (tour, options, service) => finishAside(service, tour, 'CHARGING', options),
	},
	arriveAssignment: {
		label: 'Arrive at an assignment',
		aside: true,
		possible: underway(({ assignment }) => assignment.arrivedAt === null),
		run: (tour, options, service) => {
			const { assignment } = chooseTask(
				tour,
				options,
				(task) => task.assignment.arrivedAt === null,
			);
			assignment.arrivedAt = service.stamp();
			return emit(service, tour, [
				happened(service, 'ASSIGNMENT_ARRIVED', 'ASSIGNMENT', assignment),
			]);
		},
	},
	changeRegistrations: {
		label: 'Change registrations',
		aside: true,
		possible: (tour) => tasksOf(tour).some(isDone),
		run: (tour, options, service) => {
			const { assignment } = chooseTask(tour, options, isDone);
			assignment.changes += 1;
			const note = `Corrected, version ${assignment.changes + 1}`;
			assignment.registrations = options.registrations ?? { ...assignment.registrations, note };
			assignment.endStatus = options.endStatus ?? assignment.endStatus;
			return emit(service, tour, [completed(service, assignment)]);
		},
	},
};

function finishTask(
	service: RoutigoService,
	tour: Tour,
	options: StepOptions,
): Promise<Delivery[]> {
	const { stop, assignment } = chooseTask(tour, options, isOpen);
	return emit(service, tour, complete(service, tour, stop, [assignment], options));
}

/** Something for the driver or the vehicle, at the stop that is next. */
function finishAside(
	service: RoutigoService,
	tour: Tour,
	kind: 'BREAK' | 'CHARGING',
	options: StepOptions,
): Promise<Delivery[]> {
	const { stop } = chooseTask(tour, options, isOpen);
	const arrivedAt = service.stamp();
	const aside: Assignment = {
		...{ id: service.store.newId(), kind, shipmentId: null, arrivedAt, doneAt: null },
		...{ endStatus: null, registrations: {}, changes: 0 },
	};
	stop.assignments.push(aside);
	const registrations = {};
	const done = complete(service, tour, stop, [aside], { registrations, ...options });
	return emit(service, tour, done);
}
