import { codeOf, RADARO_STATUSES, statusOf } from '../../../../nodes/Radaro/event/statuses';

it.each([
	['pending', 'created'],
	['not_assigned', 'created'],
	['assigned', 'assigned'],
	// On the way to the goods, which picked_up has.
	['pickup', 'assigned'],
	['picked_up', 'picked_up'],
	['in_progress', 'out_for_delivery'],
	['delivered', 'delivered'],
	['confirmed', 'delivered'],
	['failed', 'attempt_failed'],
])('the code %s is %s', (code, status) => {
	expect(statusOf(code)).toBe(status);
	expect(RADARO_STATUSES).toContain(code);
});

it.each([
	['Pick up', 'pickup', 'assigned'],
	['PICK-UP', 'pickup', 'assigned'],
	['Picked up', 'picked_up', 'picked_up'],
	[' In Progress ', 'in_progress', 'out_for_delivery'],
	['Not Assigned', 'not_assigned', 'created'],
	['Completed', 'delivered', 'delivered'],
	['FAILED', 'failed', 'attempt_failed'],
])("the portal's word %j is the code %s", (word, code, status) => {
	expect([codeOf(word), statusOf(word)]).toEqual([code, status]);
});

it.each([
	['cancelled', 'cancelled'],
	['Canceled', 'cancelled'],
	['terminated', 'cancelled'],
	['deleted', 'cancelled'],
	['returned', 'returned'],
	['On Hold', 'on_hold'],
	['out_for_delivery', 'out_for_delivery'],
])('the word %s can only mean %s', (word, status) => {
	expect(statusOf(word)).toBe(status);
});

it.each([
	'way_back',
	'Way Back',
	'wayback',
	'confirmation',
	'removed',
	'unknown',
	'__proto__',
	'constructor',
	'\ud83d',
	'',
	null,
	undefined,
	7,
	{},
])('%j is unknown', (word) => {
	expect(statusOf(word)).toBe('unknown');
});
