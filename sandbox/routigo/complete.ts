import { TYPES } from './defaults';
import type { Assignment, Occurrence, Shipment, Stop, Tour } from './model';
import type { RoutigoService } from './service';
import { happened, type StepOptions } from './step';
import { tasksOf } from './things';

const END_STATUS = 'DELIVERED';

/** Marks assignments of a stop as done; gives what happened by that, shipment and stop included. */
export function complete(
	service: RoutigoService,
	tour: Tour,
	stop: Stop,
	assignments: readonly Assignment[],
	{ endStatus, registrations }: StepOptions,
): Occurrence[] {
	const at = service.stamp();
	const { pickUpEndStatus } = service.settings.values;
	for (const assignment of assignments) {
		assignment.doneAt = at;
		const otherwise = assignment.kind === 'PICKUP' ? pickUpEndStatus : END_STATUS;
		assignment.endStatus = endStatus ?? otherwise;
		assignment.registrations = registrations ?? { signedBy: stop.address.name };
	}
	const done = assignments.map((each) => completed(service, each));
	for (const shipment of shipmentsDone(tour, assignments)) {
		shipment.done = true;
		done.push(happened(service, 'SHIPMENT_DONE', 'SHIPMENT', shipment));
	}
	if (stop.assignments.every(({ doneAt }) => doneAt !== null)) {
		stop.doneAt = at;
		done.push(happened(service, 'STOP_DONE', 'STOP', stop));
	}
	const rank = ({ kind }: Occurrence): number => TYPES.indexOf(kind);
	// The smallest thing is told first.
	return done.sort((a, b) => rank(b) - rank(a));
}

/** An assignment was done, or its registrations changed, which RoutiGo tells in the same way. */
export function completed(service: RoutigoService, assignment: Assignment): Occurrence {
	return happened(service, 'ASSIGNMENT_DONE', 'ASSIGNMENT', assignment);
}

/** The shipments whose last assignment was just done. */
function shipmentsDone(tour: Tour, assignments: readonly Assignment[]): Shipment[] {
	const touched = new Set(assignments.map(({ shipmentId }) => shipmentId));
	return tour.shipments.filter((shipment) => {
		const own = tasksOf(tour).filter((task) => task.shipment === shipment);
		return touched.has(shipment.id) && own.every(({ assignment }) => assignment.doneAt !== null);
	});
}
