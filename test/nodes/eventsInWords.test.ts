import { runInNewContext } from 'node:vm';

import { NodeHelpers } from 'n8n-workflow';

import { EVENTS_SUBTITLE } from '../../nodes/shared/trigger/triggerProperties';
import { VENDORS } from '../support/vendors';

/** The notices that the editor shows beside what is chosen. */
const shownWith = (vendor: string, parameters: Record<string, unknown>): string[] => {
	const { trigger } = VENDORS.find(({ name }) => name === vendor) ?? {};
	const { properties = [] } = trigger?.description ?? {};
	return properties
		.filter(({ type, name }) => type === 'notice' && name !== 'setupNotice')
		.filter((property) => NodeHelpers.displayParameter(parameters as never, property, null, null))
		.map(({ name }) => name);
};

describe.each(VENDORS)('a trigger of $name', ({ name, events }) => {
	const [one = '', two = ''] = events.map(({ value }) => value);
	const shownFor = (chosen: string[]) => shownWith(name, { events: chosen, eventType: 'STOP' });

	it.each([[['*']], [[one]], [[one, two]], [[]]])('says nothing more with %j', (chosen) => {
		expect(shownFor(chosen)).toEqual([]);
	});

	it.each([[['*', one]], [[one, '*']], [[one, two, '*']]])('says what %j means', (chosen) => {
		expect(shownFor(chosen)).toEqual(['anyEventNotice']);
	});
});

it.each([
	[['*'], 'automatic', ['tourNotice']],
	[['TOUR_PLANNED'], 'automatic', ['tourNotice']],
	[['ASSIGNMENT_DONE', 'TOUR_FINISHED'], 'automatic', ['tourNotice']],
	[['TOUR_STARTED'], 'TOUR', ['tourNotice']],
	[['TOUR_STARTED'], 'ASSIGNMENT', []],
	[['*'], 'SHIPMENT', []],
	[['ASSIGNMENT_DONE'], 'automatic', []],
	[['STOP_DONE', 'SHIPMENT_DONE', 'ASSIGNMENT_ARRIVED'], 'automatic', []],
	[[], 'automatic', []],
])(
	'says of %j at RoutiGo, described as %s, whether a customer is missing',
	(events, type, shown) => {
		expect(shownWith('RoutiGo', { events, eventType: type })).toEqual(shown);
	},
);

it('says what a deletion at Detrack needs, until it is there', () => {
	const events = ['completed', 'deleted'];
	expect(shownWith('Detrack', { events })).toEqual(['deletedNotice']);
	expect(shownWith('Detrack', { events, options: { onlyTrigger: '' } })).toEqual(['deletedNotice']);
	expect(shownWith('Detrack', { events, options: { onlyTrigger: 'deleted' } })).toEqual([]);
});

it.each([
	[['*', 'jobCompleted'], 'any event'],
	[['jobInProgress', 'jobCompleted'], 'job in progress, job completed'],
	[['TOUR_PLANNED', 'STOP_DONE'], 'tour planned, stop done'],
	[['order-delivered'], 'order delivered'],
])('says on the canvas of %j: %s', (events, words) => {
	const expression = EVENTS_SUBTITLE.replace(/^=\{\{|\}\}$/g, '');
	const said = runInNewContext(expression, { $parameter: { events } }) as unknown;
	expect(said).toBe(words);
});
