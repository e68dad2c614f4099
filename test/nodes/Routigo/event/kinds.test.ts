import { kindIn } from '../../../../nodes/Routigo/event/kinds';

it.each<[kind: string | null, words: string]>([
	[
		'delivery',
		'DELIVERY, deliveries, deliver, DROP_OFF, dropOff, UNLOAD, HOME_DELIVERY, NORMAL_DELIVERY, DELIVERY_STOP, PICKUP_AND_DELIVERY, BEZORGING, Levering, LIEFERUNG, Zustellung',
	],
	[
		'collection',
		'PICKUP, PICK_UP, Pick-Ups, pickUp, COLLECTION, collect, LOADING, RETURN_PICKUP, PICKUP_ASSIGNMENT, OPHALEN, Abholung',
	],
	[
		'other',
		'BREAK, breaks, PAUSE, Pauze, LUNCH, CHARGING, charging-stop, OPLADEN, REFUEL, TANKEN, DEPOT, WAITING, PARKING, RETURN, RETURN_DELIVERY, DEPOT_DELIVERY',
	],
	['unknown', 'SERVICE, VISIT, STANDARD, D, 1, LADEN, PICKUP_POINT, NO_DELIVERY'],
	[null, 'ASSIGNMENT, Stops, STOP_DONE, assignment.done.v2, AssignmentDto, -'],
])('%s', (kind, words) => {
	const others = words.split(', ').filter((word) => kindIn(word) !== kind);
	expect(others).toEqual([]);
});
