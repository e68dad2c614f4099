import { ANY_EVENT, catalogueBy } from '../../shared/event/eventCatalogue';
import type { RoutigoPayload } from './schema';

/**
 * The only list of RoutiGo's events. A value is RoutiGo's own word for the trigger, since each choice
 * is a webhook of its own there (docs/vendors.md#routigo-triggers).
 */
export const ROUTIGO_EVENTS = catalogueBy(isOfTrigger, [
	{
		value: 'TOUR_PLANNED',
		name: 'Tour Planned',
		description: 'A tour was planned and released, so that its time windows are fixed',
		event: 'route_planned',
		// The older kind of notification has another word for it.
		fits: ({ event }) => event === 'TOUR_PLANNED' || event === 'ROUTE_PLANNED',
	},
	{
		value: 'TOUR_ASSIGNED',
		name: 'Tour Assigned',
		description: 'A driver was given a tour, or has picked it',
		event: 'route_assigned',
	},
	{
		value: 'TOUR_UNASSIGNED',
		name: 'Tour Unassigned',
		description: 'A tour was taken from its driver, or given back',
		event: 'route_unassigned',
	},
	{
		value: 'TOUR_STARTED',
		name: 'Tour Started',
		description: 'The driver has started a tour',
		event: 'route_started',
	},
	{
		value: 'TOUR_FINISHED',
		name: 'Tour Finished',
		description: 'The driver has finished a tour, all stops are done',
		event: 'route_finished',
	},
	{
		value: 'STOP_ARRIVED',
		name: 'Stop Arrived',
		description: 'The driver has arrived at a stop',
		event: 'driver_arriving',
	},
	{
		value: 'STOP_DONE',
		name: 'Stop Done',
		description: 'All that was to be done at a stop is done',
		event: 'status_changed',
	},
	{
		value: 'SHIPMENT_DONE',
		name: 'Shipment Done',
		description: 'A shipment is done at both of its locations',
		event: 'status_changed',
	},
	{
		value: 'ASSIGNMENT_ARRIVED',
		name: 'Assignment Arrived',
		description: 'The driver has arrived for an assignment',
		event: 'driver_arriving',
	},
	{
		value: 'ASSIGNMENT_DONE',
		name: 'Assignment Done',
		description:
			'A delivery, pick-up or other assignment is done, or what was recorded of it changed',
		event: 'status_changed',
	},
]);

/** The trigger that a notification is of, where it or its URL says so. */
function isOfTrigger({ event }: RoutigoPayload, trigger: string): boolean {
	return event === trigger;
}

/** Every trigger of RoutiGo, by its own word. */
export const TRIGGERS: readonly string[] = ROUTIGO_EVENTS.map(({ value }) => value);

/** The triggers that a selection in the parameter `events` stands for. */
export function triggersOf(events: readonly string[]): string[] {
	return TRIGGERS.filter((trigger) => events.includes(ANY_EVENT) || events.includes(trigger));
}
