import type { Delivery } from '../core/delivery';
import { Refusal } from '../core/refusal';
import { DRIVERS } from './defaults';
import type { Occurrence, Tour } from './model';
import { emit } from './notify';
import type { RoutigoService } from './service';
import { happened, type Steps, when } from './step';
import { tasksOf } from './things';
import { fixWindows } from './tours';

/** What happens to a tour before its first stop. */
export const FIRST_STEPS: Steps = {
	plan: {
		label: 'Plan',
		possible: when('new'),
		run: (tour, _options, service) => {
			fixWindows(tour);
			return move(service, tour, 'planned', 'TOUR_PLANNED');
		},
	},
	assign: {
		label: 'Assign',
		possible: when('planned'),
		run: (tour, { driver }, service) => {
			tour.driverId = freeDriver(service, driver);
			return move(service, tour, 'assigned', 'TOUR_ASSIGNED');
		},
	},
	start: {
		label: 'Start',
		possible: when('assigned'),
		run: (tour, _options, service) => move(service, tour, 'started', 'TOUR_STARTED'),
	},
};

/** What happens to a tour after its last stop, or seldom. */
export const LAST_STEPS: Steps = {
	finish: {
		label: 'Finish',
		possible: (tour) => when('started')(tour) && tour.stops.every(({ doneAt }) => doneAt !== null),
		run: (tour, _options, service) => move(service, tour, 'finished', 'TOUR_FINISHED'),
	},
	unassign: {
		label: 'Unassign',
		aside: true,
		possible: when('assigned'),
		run: (tour, _options, service) => {
			tour.driverId = null;
			return move(service, tour, 'planned', 'TOUR_UNASSIGNED');
		},
	},
	repeat: {
		label: 'Send again',
		aside: true,
		possible: ({ lastEvents }) => lastEvents.length > 0,
		run: (tour, _options, service) => emit(service, tour, tour.lastEvents),
	},
	delete: {
		label: 'Delete',
		aside: true,
		possible: () => true,
		run: (tour, _options, service) => {
			service.store.removeTour(tour);
			return Promise.resolve([]);
		},
	},
};

/** How far a tour has come, in words. */
export function progressOf(tour: Tour): string {
	const tasks = tasksOf(tour);
	const done = tasks.filter(({ assignment }) => assignment.doneAt !== null).length;
	return `${done} of ${tasks.length} assignments done`;
}

function move(
	service: RoutigoService,
	tour: Tour,
	state: Tour['state'],
	event: Occurrence['event'],
): Promise<Delivery[]> {
	tour.state = state;
	return emit(service, tour, [happened(service, event, 'TOUR', tour)]);
}

// A driver holds one tour at a time, until it is unassigned or finished.
function freeDriver({ store }: RoutigoService, asked: string | undefined): string {
	const holds = (id: string): Tour | undefined =>
		store.tours.find(({ driverId, state }) => driverId === id && state !== 'finished');
	const driver = DRIVERS.find(({ id }) => (asked === undefined ? !holds(id) : id === asked));
	if (!driver) {
		const why = asked === undefined ? 'Every driver has a tour' : `There is no driver ${asked}`;
		throw new Refusal(409, `${why}; drivers are: ${DRIVERS.map(({ id }) => id).join(', ')}.`);
	}
	const held = holds(driver.id);
	if (!held) return driver.id;
	throw new Refusal(409, `${driver.name} has ${held.name} and holds only one tour at a time.`);
}
