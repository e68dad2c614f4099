import type { DeliveryEvent } from '../../../../nodes/shared/event/deliveryEvent';
import {
	type EventFilters,
	filteredOut,
	matchesWildcard,
	notSelected,
} from '../../../../nodes/shared/trigger/eventFilters';
import { emptyEvent } from '../../../support/emptyEvent';

describe('which events are selected', () => {
	const NOT_SELECTED = 'This event is not among the events selected in the trigger.';

	it.each<[string[], string[], string | null]>([
		[['done'], ['done'], null],
		[['done', 'failed'], ['failed', 'late'], null],
		[[], ['*'], null],
		[['done'], ['late', '*'], null],
		[['done'], ['failed'], NOT_SELECTED],
		[['done'], ['Done'], NOT_SELECTED],
		[[], ['done'], NOT_SELECTED],
		[['done'], [], NOT_SELECTED],
		[['*'], ['done'], NOT_SELECTED],
	])('an event that is %j, where %j are selected: %p', (choices, events, why) => {
		expect(notSelected({ choices }, events)).toBe(why);
	});
});

describe('which events are filtered out', () => {
	const leftOutBy = (filter: string) =>
		`The trigger's filter on the ${filter} leaves this event out.`;
	const row: DeliveryEvent = {
		...emptyEvent,
		eventId: 'x',
		stateId: 'y',
		receivedAt: '2026-03-03T01:00:00.000Z',
		status: 'delivered',
		outcome: 'success',
		jobType: 'delivery',
		reference: 'SO-100482',
	};

	it.each<[object, string | null]>([
		[{}, null],
		[{ statuses: [], outcomes: [], jobTypes: [], reference: ' , ' }, null],
		[{ statuses: ['created', 'delivered'] }, null],
		[{ outcomes: ['success'] }, null],
		[{ jobTypes: ['delivery'] }, null],
		[{ reference: 'WEB-*, so-1*' }, null],
		[{ reference: 'SO-??????' }, null],
		[{ statuses: ['created'] }, leftOutBy('status')],
		[{ outcomes: ['failure'] }, leftOutBy('outcome')],
		[{ jobTypes: ['collection'] }, leftOutBy('job type')],
		[{ reference: 'SO-?' }, leftOutBy('reference')],
		// An expression may give a number.
		[{ reference: 100482 }, leftOutBy('reference')],
		[{ statuses: ['created'], outcomes: ['failure'] }, leftOutBy('status')],
	])('%j: %p', (filters, why) => {
		expect(filteredOut(row, filters as EventFilters)).toBe(why);
	});

	it.each<[object, string | null]>([
		[{ jobTypes: ['delivery'] }, leftOutBy('job type')],
		[{ reference: 'SO-*' }, leftOutBy('reference')],
		[{ reference: '*' }, null],
	])('a row without job type and reference by %j: %p', (filters, why) => {
		expect(filteredOut({ ...row, jobType: null, reference: null }, filters)).toBe(why);
	});
});

describe('patterns', () => {
	it.each([
		['', ''],
		['', '*'],
		['SO-1', 'SO-1'],
		['SO-1', 'so-1'],
		['SO-1', '*'],
		['SO-1', '**'],
		['SO-1', 'SO-?'],
		['SO-1', '*1'],
		['SO-1', '?*?'],
		['SO-1-1', 'SO*1'],
		['abcbd', 'a*bd'],
		['a.b', 'a.b'],
	])('%j fits %j', (text, pattern) => {
		expect(matchesWildcard(text, pattern)).toBe(true);
	});

	it.each([
		['', '?'],
		['SO-1', ''],
		['SO-1', 'SO-'],
		['SO-1', 'SO-??'],
		['SO-1', 'O-1'],
		['SO-12', 'SO*1'],
		['axb', 'a.b'],
	])('%j does not fit %j', (text, pattern) => {
		expect(matchesWildcard(text, pattern)).toBe(false);
	});

	it('takes a text of more than 1,000 characters for no reference, which only * lets pass', () => {
		expect(matchesWildcard(`SO-${'1'.repeat(997)}`, 'SO-*')).toBe(true);
		expect(matchesWildcard(`SO-${'1'.repeat(998)}`, 'SO-*')).toBe(false);
		expect(matchesWildcard(`SO-${'1'.repeat(998)}`, '*')).toBe(true);
	});

	it('cannot make it slow', () => {
		const pattern = `${'*a'.repeat(50)}b`;
		const before = performance.now();
		expect(matchesWildcard('a'.repeat(5000), pattern)).toBe(false);
		expect(performance.now() - before).toBeLessThan(1000);
	});
});
