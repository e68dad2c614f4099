import {
	catalogueBy,
	classifyBy,
	eventOptions,
} from '../../../../nodes/shared/event/eventCatalogue';

interface Payload {
	parcels: number;
	names: string[];
}

const CATALOGUE = catalogueBy(
	({ names }: Payload, value) => names.includes(value),
	[
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
	],
);

describe('which event a payload is', () => {
	it.each<[string, Payload, string, string | null, string[]]>([
		['the one that it names', { parcels: 1, names: ['PHOTO'] }, 'proof_added', 'Photo', ['PHOTO']],
		[
			'all that it names, the first of the catalogue first',
			{ parcels: 1, names: ['PHOTO', 'DONE'] },
			'status_changed',
			'Done',
			['DONE', 'PHOTO'],
		],
		[
			'one that it fits without naming it',
			{ parcels: 11, names: [] },
			'job_created',
			'A Large Job',
			['LARGE'],
		],
		[
			'both kinds',
			{ parcels: 11, names: ['PHOTO'] },
			'job_created',
			'A Large Job',
			['LARGE', 'PHOTO'],
		],
		[
			'not one that it names without fitting',
			{ parcels: 1, names: ['LARGE'] },
			'unknown',
			null,
			[],
		],
		[
			'none that the catalogue has not',
			{ parcels: 1, names: ['done', 'NEW', ''] },
			'unknown',
			null,
			[],
		],
		['none at all', { parcels: 1, names: [] }, 'unknown', null, []],
	])('is %s', (_what, payload, event, name, choices) => {
		expect(classifyBy(CATALOGUE, payload)).toEqual({ event, name, choices });
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
