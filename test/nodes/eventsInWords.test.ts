import { runInNewContext } from 'node:vm';

import { NodeHelpers } from 'n8n-workflow';

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

/** n8n's notices keep no other tags, and put nothing in the place of those that they leave out. */
it('marks up no notice with what n8n leaves out', () => {
	const notices = VENDORS.flatMap(({ action, trigger, changesTrigger }) =>
		[action, trigger, changesTrigger].flatMap((node) => node?.description.properties ?? []),
	).filter(({ type }) => type === 'notice');
	expect(notices.length).toBeGreaterThan(7);
	const tags = notices.flatMap(({ displayName }) => displayName.match(/<\/?\w+/g) ?? []);
	expect(tags.filter((tag) => !/^<\/?(a|ul|li)$/.test(tag))).toEqual([]);
});

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

/** What stands below a trigger on the canvas. */
const subtitleOf = (vendor: string, events: string[]): unknown => {
	const { trigger } = VENDORS.find(({ name }) => name === vendor) ?? {};
	const [, expression = ''] = /^=\{\{ (.*) \}\}$/.exec(trigger?.description.subtitle ?? '') ?? [];
	// There n8n's expression would end.
	expect(expression).not.toContain('}}');
	return runInNewContext(expression, { $parameter: { events } });
};

it.each([
	['Radaro', ['*', 'jobCompleted'], 'Any Event'],
	[
		'Radaro',
		['jobInProgress', 'deliverBeforeChanged'],
		'Job in Progress, Latest Delivery Time Changed',
	],
	['Detrack', ['return'], 'Returned'],
	['RoutiGo', ['TOUR_PLANNED', 'STOP_DONE'], 'Tour Planned, Stop Done'],
	['ReadyCloud', ['orders'], 'Order Changed'],
	['ReadyCloud', ['order-delivered', 'webhook'], 'Order Delivered, Calendar Changed'],
	['ReadyCloud', ['of-tomorrow'], 'of-tomorrow'],
])('says on the canvas of %s with %j: %s', (vendor, events, words) => {
	expect(subtitleOf(vendor, events)).toBe(words);
});
