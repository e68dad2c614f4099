import { ROUTIGO_EVENTS, TRIGGERS, triggersOf } from '../../../../nodes/Routigo/event/events';
import { AUTOMATIC, EVENT_TYPES, typeOf } from '../../../../nodes/Routigo/event/eventTypes';
import { routigoWebhook } from '../../../../nodes/Routigo/trigger/webhook';
import { fixture } from '../../../support/fixtures';

const matrix = fixture('routigo/trigger-type-matrix.json') as {
	defaultTypePerTrigger: Record<string, string>;
	cells: Array<{ routigoEvent: string; routigoEventType: string }>;
};

it('has all ten triggers and all four types', () => {
	expect([...TRIGGERS].sort()).toEqual(Object.keys(matrix.defaultTypePerTrigger).sort());
	expect(new Set(EVENT_TYPES)).toEqual(
		new Set(matrix.cells.map(({ routigoEventType }) => routigoEventType)),
	);
});

it.each(Object.entries(matrix.defaultTypePerTrigger))('describes %s by a %s', (trigger, type) => {
	expect(typeOf(trigger)).toBe(type);
	expect(typeOf(trigger, AUTOMATIC)).toBe(type);
});

it.each(matrix.cells)('allows $routigoEvent with $routigoEventType', (cell) => {
	expect(typeOf(cell.routigoEvent, cell.routigoEventType)).toBe(cell.routigoEventType);
});

describe('which triggers a selection stands for', () => {
	it.each([
		[['*'], 10],
		[['*', 'STOP_DONE'], 10],
		[['ASSIGNMENT_DONE', 'TOUR_PLANNED'], 2],
		[['something old'], 0],
		[[], 0],
	])('%j: %p', (events, count) => {
		expect(triggersOf(events)).toHaveLength(count);
	});

	it('takes them as they are', () => {
		expect(triggersOf(['ASSIGNMENT_DONE', 'TOUR_PLANNED'])).toEqual([
			'TOUR_PLANNED',
			'ASSIGNMENT_DONE',
		]);
	});
});

describe('the delivery event of each trigger', () => {
	it.each([
		['TOUR_PLANNED', 'route_planned'],
		['TOUR_ASSIGNED', 'route_assigned'],
		['TOUR_UNASSIGNED', 'route_unassigned'],
		['TOUR_STARTED', 'route_started'],
		['TOUR_FINISHED', 'route_finished'],
		['STOP_ARRIVED', 'driver_arriving'],
		['ASSIGNMENT_ARRIVED', 'driver_arriving'],
		['STOP_DONE', 'status_changed'],
		['SHIPMENT_DONE', 'status_changed'],
		['ASSIGNMENT_DONE', 'status_changed'],
	])('%s is %s', (event, expected) => {
		expect(routigoWebhook.classify({ event, type: null, body: {} })).toEqual({
			event: expected,
			name: nameOf(event),
			choices: [event],
		});
	});

	/** `Tour Planned` for `TOUR_PLANNED`. */
	function nameOf(event: string): string {
		const words = event.toLowerCase().split('_');
		return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
	}

	it('takes the older word for a planned tour as the same choice', () => {
		const { choices } = routigoWebhook.classify({ event: 'ROUTE_PLANNED', type: null, body: {} });
		expect(choices).toEqual(['TOUR_PLANNED']);
	});

	it.each(['TOUR_PAUSED', 'tour_planned', null])('knows nothing of %s', (event) => {
		expect(routigoWebhook.classify({ event, type: 'TOUR', body: {} })).toEqual({
			event: 'unknown',
			name: null,
			choices: [],
		});
	});
});

it('never uses a value twice', () => {
	const values = ROUTIGO_EVENTS.map(({ value }) => value);
	expect(new Set(values).size).toBe(values.length);
});
