import type { IDataObject } from 'n8n-workflow';

import { type Door, DOORS, knock } from './support/doors';

/** A parameter as an expression left it, and what its owner reads. */
type Row = [what: string, parameters: IDataObject, message: RegExp];

const ROWS: Row[] = [
	['no events', { events: [] }, /^No event is chosen in the \w+ Trigger$/],
	['empty events', { events: '' }, /^No event is chosen/],
	['events of nothing', { events: [null, ''] }, /^No event is chosen/],
	[
		'an unknown event',
		{ events: ['delivred'] },
		/^"Events" holds "delivred", which is none of its/,
	],
	['events of another form', { events: { a: 1 } }, /^"Events" holds \{"a":1\}/],
	['a number among events', { events: ['*', 7] }, /^"Events" holds 7/],
	[
		'filters that are a text',
		{ filters: 'delivered' },
		/^"Filters" cannot be used: it is "delivered"/,
	],
	['filters that are a list', { filters: ['delivered'] }, /^"Filters" cannot be used/],
	[
		'an empty filter',
		{ filters: { statuses: [] } },
		/^The filter "Statuses" was added, but it is emp/,
	],
	['a filter of null', { filters: { outcomes: null } }, /^The filter "Outcomes" was added, but/],
	[
		'a filter without a value',
		{ filters: { jobTypes: undefined } },
		/^The filter "Job Types" was added/,
	],
	[
		'an empty text as a filter',
		{ filters: { reference: '' } },
		/^The filter "Reference" was added/,
	],
	[
		'commas as a filter',
		{ filters: { reference: ' , ' } },
		/^The filter "Reference" was added, but/,
	],
	['a filter that is an object', { filters: { statuses: {} } }, /^"Statuses" holds \{\}/],
	[
		'an unknown status',
		{ filters: { statuses: ['done'] } },
		/^"Statuses" holds "done", which is none/,
	],
	[
		'statuses without the outcomes',
		{ filters: { statuses: ['delivered'], outcomes: ['failed', 'pending'] } },
		/^Nothing can pass the filters: none of the "Statuses" has one of the "Outcomes"$/,
	],
	['options that are a text', { options: 'none' }, /^"Options" cannot be used/],
	['an unknown output', { output: 'all' }, /^"Output" holds "all", which is none of its choices$/],
	['an unknown form of lists', { listsAs: 'json' }, /^"Lists As" holds "json"/],
	['an unknown answer', { answer: 'later' }, /^"Answer the Service" holds "later"/],
];

const OF_ONE: Record<string, Row[]> = {
	Radaro: [
		[
			'an empty rating',
			{ options: { highestRating: '' } },
			/^The option "Highest Rating" was added/,
		],
		[
			'a rating in words',
			{ options: { highestRating: 'six' } },
			/^The option "Highest Rating" is no n/,
		],
	],
	Detrack: [
		[
			'no IP addresses',
			{ options: { allowedIps: '' } },
			/^The option "Allowed IP Addresses" was added/,
		],
		[
			'IP addresses of null',
			{ options: { allowedIps: null } },
			/^The option "Allowed IP Addresses" wa/,
		],
		[
			'no value of them',
			{ options: { allowedIps: undefined } },
			/^The option "Allowed IP Addresses"/,
		],
		[
			'commas for them',
			{ options: { allowedIps: ' , ' } },
			/^The option "Allowed IP Addresses" was/,
		],
		[
			'a name for them',
			{ options: { allowedIps: 'x.example' } },
			/^"x.example" in the option "Allow/,
		],
		[
			'an empty only trigger',
			{ options: { onlyTrigger: '' } },
			/^The option "Only Trigger in Detrack"/,
		],
		[
			'an unknown one',
			{ options: { onlyTrigger: 'gone' } },
			/^"Only Trigger in Detrack" holds "gone"/,
		],
		[
			'one that is not selected',
			{ events: ['completed', 'failed'], options: { onlyTrigger: 'onHold' } },
			/^Nothing can start the workflow: "Only Trigger in Detrack" is Put on Hold, which "Events" leaves out$/,
		],
	],
	RoutiGo: [
		[
			'no service centres',
			{ options: { serviceCentres: ' , ' } },
			/^The option "Service Centres" was/,
		],
		[
			'no supplier',
			{ options: { supplierToFilterOn: '' } },
			/^The option "Supplier" was added, but/,
		],
	],
	ReadyCloud: [],
};

/** The parameters as n8n gives them, where one of them is a value that `??` would replace. */
function parametersOf({ genuine }: Door, broken: IDataObject) {
	const given = { events: ['*'], ...genuine.parameters, ...broken };
	return {
		getNodeParameter: (name: keyof typeof given, fallback: unknown) =>
			name in given ? given[name] : fallback,
	};
}

describe.each(Object.entries(DOORS))('%s', (name, makeDoor) => {
	const rows = [...ROWS, ...(OF_ONE[name] ?? []), ['null', { events: null }, /^No event/] as Row];

	it.each(rows)('tells its owner of %s, and keeps what came', async (_what, broken, message) => {
		const door = makeDoor();
		const { genuine } = door;
		const knocking = knock(door, { ...genuine, ip: '203.0.113.9' }, parametersOf(door, broken));
		const error: unknown = await knocking.catch((reason: unknown) => reason);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(message) as unknown,
			description: expect.stringMatching(
				/expression|remove the option|Remove the option/,
			) as unknown,
		});
		const { received } = (error as { context: IDataObject }).context;
		expect(received).toEqual([expect.any(Object)]);
		expect(JSON.stringify(error)).not.toContain(door.proof);
	});

	it.each(rows)('lets no stranger cause that by %s', async (_what, broken) => {
		const door = makeDoor();
		const answer = await knock(door, door.prove('x'), parametersOf(door, broken));
		expect([answer.status, answer.executions]).toEqual([401, 0]);
	});

	it.each(['events', 'filters', 'options', 'output', 'answer'])(
		'does not fail for a stranger, but for a genuine call, where the expression of "%s" does',
		async (parameter) => {
			const door = makeDoor();
			const given: IDataObject = { events: ['*'], ...door.genuine.parameters };
			const failing = {
				getNodeParameter(asked: string, fallback: unknown) {
					if (asked === parameter) throw new Error('access to env vars denied');
					return given[asked] ?? fallback;
				},
			};
			expect((await knock(door, door.prove('x'), failing)).status).toBe(401);
			expect((await knock(door, { ...door.genuine, method: 'GET' }, failing)).status).toBe(200);
			await expect(knock(door, door.genuine, failing)).rejects.toThrow(
				`The parameter "${parameter}" cannot be read: access to env vars denied`,
			);
		},
	);

	it('takes a single text for a list of one', async () => {
		const door = makeDoor();
		const parameters = {
			...door.genuine.parameters,
			events: '*',
			filters: { jobTypes: 'collection' },
		};
		const answer = await knock(door, { ...door.genuine, parameters });
		expect(answer.body).toEqual({
			received: true,
			ignored: "The trigger's filter on the job type leaves this event out.",
		});
	});
});
