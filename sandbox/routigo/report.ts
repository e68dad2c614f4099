import type { Delivery } from '../core/delivery';
import { Refusal } from '../core/refusal';
import { choicesFor } from '../core/steps';
import type { Tour } from './model';
import { Problem } from './problem';
import { STEPS } from './steps';

/** Turns the API's refusal into one for a person. */
export function toldToPerson<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof Problem) throw new Refusal(error.status, error.message);
		throw error;
	}
}

/** What came of something that was done to a tour. */
export function tourReport(tour: Tour, deliveries: Delivery[]): Record<string, unknown> {
	return { id: tour.id, job: tourView(tour), steps: choicesFor(STEPS, tour), deliveries };
}

/** A tour as the control interface shows it. */
export function tourView({ lastEvents, ...tour }: Tour): Record<string, unknown> {
	return { ...tour, lastEvents: lastEvents.map(({ event }) => event) };
}
