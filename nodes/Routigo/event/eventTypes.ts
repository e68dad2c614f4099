import { ANY_EVENT } from '../../shared/event/eventCatalogue';
import { TRIGGERS } from './events';

/** What a notification may describe (docs/vendors.md#routigo-types). */
export const EVENT_TYPES: readonly string[] = ['TOUR', 'STOP', 'SHIPMENT', 'ASSIGNMENT'];

/** The choice of what suits each trigger, instead of one type for all. */
export const AUTOMATIC = 'automatic';

/**
 * The type of a trigger's subscription. RoutiGo's own list of what goes together could not be read,
 * so no pair is forbidden. Without a choice it is the very thing that the trigger is about, which is
 * the first word of its name.
 */
export function typeOf(trigger: string, chosen = AUTOMATIC): string {
	if (chosen !== AUTOMATIC) return chosen;
	return EVENT_TYPES.find((type) => trigger.startsWith(`${type}_`)) ?? 'ASSIGNMENT';
}

/** The options for what a notification describes; action node and trigger share them. */
export const eventTypeOptions = [
	{ name: 'Assignment', value: 'ASSIGNMENT', description: 'One task at a place, as a delivery' },
	{
		name: 'Automatic',
		value: AUTOMATIC,
		description: 'What suits the event: a tour, a stop, a shipment or an assignment',
	},
	{
		name: 'Shipment',
		value: 'SHIPMENT',
		description: 'Goods on their way from one place to another: a pick-up and a delivery',
	},
	{ name: 'Stop', value: 'STOP', description: 'One place in a tour, with all that is done there' },
	{ name: 'Tour', value: 'TOUR', description: 'All stops of a driver, in their order' },
];

export const eventTypeProperty = {
	displayName: 'What Notifications Describe',
	name: 'eventType',
	type: 'options',
	options: eventTypeOptions,
	default: AUTOMATIC,
	required: true,
	description:
		'What RoutiGo puts into a notification. It may not allow every choice with every event; it then says so.',
} as const;

/**
 * Says what a tour does not tell, where one would be told.
 *
 * @param events the parameter with the chosen event or events
 */
export function tourNotice(events: string) {
	const ofTours = TRIGGERS.filter((trigger) => typeOf(trigger) === 'TOUR');
	return {
		displayName:
			'A tour is told as one row, without a customer. For one row per customer, choose Assignment above.',
		name: 'tourNotice',
		type: 'notice',
		default: '',
		displayOptions: {
			show: { [events]: [ANY_EVENT, ...ofTours], eventType: [AUTOMATIC, 'TOUR'] },
		},
	} as const;
}
