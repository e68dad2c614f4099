import {
	type Catalogue,
	classifyBy,
	eventOptions,
} from '../../../../nodes/shared/event/eventCatalogue';

interface Payload {
	parcels: number;
}

const CATALOGUE: Catalogue<Payload> = [
	{
		value: 'DONE',
		name: 'Done',
		description: 'A job is done',
		event: 'status_changed',
	},
	{
		value: 'LARGE',
		name: 'A Large Job',
		description: 'A job of many parcels',
		event: 'job_created',
		fits: ({ parcels }) => parcels > 10,
	},
	{
		value: 'PHOTO',
		name: 'Photo',
		description: 'A photo was added',
		event: 'proof_added',
	},
];

describe('which event a payload is', () => {
	it.each<[string, Payload, string[] | undefined, string, string[]]>([
		['the one that it names', { parcels: 1 }, ['PHOTO'], 'proof_added', ['PHOTO']],
		[
			'all that it names, the first first',
			{ parcels: 1 },
			['PHOTO', 'DONE'],
			'status_changed',
			['DONE', 'PHOTO'],
		],
		['one that it does not name, but fits', { parcels: 11 }, undefined, 'job_created', ['LARGE']],
		['both kinds', { parcels: 11 }, ['PHOTO'], 'job_created', ['LARGE', 'PHOTO']],
		['not one that it names without fitting', { parcels: 1 }, ['LARGE'], 'unknown', []],
		['none that the catalogue does not have', { parcels: 1 }, ['done', 'NEW', ''], 'unknown', []],
		['none at all', { parcels: 1 }, undefined, 'unknown', []],
	])('is %s', (_what, payload, named, event, choices) => {
		expect(classifyBy(CATALOGUE, payload, named)).toEqual({ event, choices });
	});
});

it('offers any event first, and the others by their names', () => {
	expect(eventOptions(CATALOGUE)).toEqual([
		{
			value: '*',
			name: 'Any Event',
			description: 'Every event that is sent, also those that are not in this list',
		},
		{ value: 'LARGE', name: 'A Large Job', description: 'A job of many parcels' },
		{ value: 'DONE', name: 'Done', description: 'A job is done' },
		{ value: 'PHOTO', name: 'Photo', description: 'A photo was added' },
	]);
});
