import { DetrackApi } from '../../../../credentials/DetrackApi.credentials';
import { Detrack } from '../../../../nodes/Detrack/Detrack.node';
import { DETRACK_API_KEY } from '../../../../sandbox/detrack/defaults';
import { byNumber, DAY, DetrackBench, minimalJob } from '../../../support/detrack';
import { executeContext } from '../../../support/executeNode';
import { errorOf } from '../../../support/runOperation';
import { useBench } from '../../../support/standInBench';

const detrack = useBench(new DetrackBench());

const createMany = async (count: number, additionalFields = {}) => {
	const items = Array.from({ length: count }, (_value, index) => ({ id: `N-${index}` }));
	await detrack.run('createMany', { ...minimalJob(), additionalFields }, { items });
};

describe.each(['getMany', 'search'])('%s', (operation) => {
	const pages = async () =>
		(await detrack.requests()).filter(({ path }) => /\/dn\/jobs(\/search)?$/.test(path));

	it('reads all pages and gives every job once', async () => {
		await createMany(250);
		const { items, hints } = await detrack.run(operation, { returnAll: true });
		expect(new Set(items.map(({ json }) => json.reference)).size).toBe(250);
		expect(items).toHaveLength(250);
		expect(hints).toEqual([]);
		const asked = (await pages()).map(({ query, body }) =>
			operation === 'search' ? (body as { data: object }).data : query,
		);
		expect(asked).toMatchObject([
			{ page: '1', limit: '100' },
			{ page: '2', limit: '100' },
			{ page: '3', limit: '100' },
		]);
	});

	it('asks for no more than the limit', async () => {
		await createMany(30);
		const { items } = await detrack.run(operation, { returnAll: false, limit: 5 });
		expect(items).toHaveLength(5);
		expect(await pages()).toHaveLength(1);
	});

	it.each([{ listTotals: true }, { listLinks: 'relative' }, { searchLinks: 'query' }])(
		'copes with %j',
		async (settings) => {
			await detrack.settings(settings);
			await createMany(120);
			const { items } = await detrack.run(operation, { returnAll: true });
			expect(items).toHaveLength(120);
		},
	);

	it('gives nothing where nothing fits', async () => {
		const { items, hints } = await detrack.run(operation, { returnAll: true });
		expect([items, hints]).toEqual([[], []]);
	});
});

describe('getMany', () => {
	it('sends its filters', async () => {
		const filters = {
			assignTo: ' Van 07 ',
			date: '2099-03-03T00:00:00',
			doNumber: ' N-1 ',
			query: '\tNewstead ',
			sort: '-date',
			statuses: ['completed', 'failed'],
			type: 'Collection',
		};
		await detrack.run('getMany', { returnAll: true, filters });
		expect((await detrack.lastRequest('GET'))?.query).toEqual({
			assign_to: 'Van 07',
			date: DAY,
			do_number: 'N-1',
			query: 'Newstead',
			sort: '-date',
			status: 'completed,failed',
			type: 'Collection',
			page: '1',
			limit: '100',
		});
	});

	it.each([
		['chosen from the list', { __rl: true, mode: 'list', value: 'date' }, 'date'],
		['of another name', { __rl: true, mode: 'attribute', value: '-run_number' }, '-run_number'],
		['of an expression', { __rl: true, mode: 'list', value: '={{ "zone" }}' }, 'zone'],
		['of a workflow from before there was a list', '-customer', '-customer'],
	])('sorts by an attribute %s', async (_what, sort, asked) => {
		await detrack.run('getMany', { returnAll: true, filters: { sort } });
		expect((await detrack.lastRequest('GET'))?.query).toMatchObject({ sort: asked });
	});

	it('finds the jobs without a driver by an empty filter', async () => {
		await detrack.create('with', { assignTo: 'Van 07' });
		await detrack.create('without');
		const filters = { assignTo: '' };
		const { items } = await detrack.run('getMany', { returnAll: true, filters });
		expect(items.map(({ json }) => json.reference)).toEqual(['without']);
	});
});

describe('search', () => {
	it('sends every filter in the form that Detrack documents', async () => {
		const filters = {
			accountNumber: 'ACC-1',
			dateFrom: '2099-03-01T00:00:00',
			dateTo: '2099-03-31T00:00:00',
			doNumber: ' A-1 ',
			doNumbers: 'A-1, A-2\nA-1',
			groups: 'North, South',
			itemPurchaseOrderNumber: 'PO-1',
			openToMarketplace: false,
			reasons: 'No Recipient',
			startDateFrom: '2099-02-01T00:00:00',
			statuses: ['failed'],
			type: 'Delivery',
			vehicles: 'Van 07',
		};
		await detrack.run('search', { returnAll: true, filters });
		expect((await detrack.lastRequest('POST'))?.body).toEqual({
			data: {
				account_number: 'ACC-1',
				dates: { from: '2099-03-01', to: '2099-03-31' },
				do_number: 'A-1',
				do_numbers: ['A-1', 'A-2'],
				groups: [{ name: 'North' }, { name: 'South' }],
				item_purchase_order_number: 'PO-1',
				open_to_marketplace: false,
				reasons: ['No Recipient'],
				start_dates: { from: '2099-02-01' },
				statuses: ['failed'],
				type: 'Delivery',
				vehicles: [{ name: 'Van 07' }],
				page: '1',
				limit: '100',
			},
		});
	});

	it.each([
		[
			{ dateFrom: '2099-03-31', dateTo: '2099-03-01' },
			'"Date From" (2099-03-31) is later than "Date To" (2099-03-01). Swap or correct them.',
		],
		[
			{ startDateTo: '2099-03-01', startDateFrom: '2099-03-02T00:00:00' },
			'"Start Date From" (2099-03-02) is later than "Start Date To" (2099-03-01). Swap or correct them.',
		],
	])('looks for nothing between %j', async (filters, message) => {
		expect((await errorOf(detrack.run('search', { filters }))).message).toBe(message);
		expect(await detrack.requests()).toEqual([]);
	});

	it('looks for the jobs of one day', async () => {
		await detrack.run('search', { filters: { dateFrom: '2099-03-01', dateTo: '2099-03-01' } });
		expect((await detrack.lastRequest('POST'))?.body).toMatchObject({
			data: { dates: { from: '2099-03-01', to: '2099-03-01' } },
		});
	});

	it('takes the list of an expression, with commas in its texts', async () => {
		const filters = { doNumbers: '={{ ["A,1", "A-2"] }}' };
		await detrack.run('search', { returnAll: true, filters });
		expect((await detrack.lastRequest('POST'))?.body).toMatchObject({
			data: { do_numbers: ['A,1', 'A-2'] },
		});
	});
});

it('gives the vehicles', async () => {
	const { items } = await detrack.run('vehicle.getMany', { returnAll: true });
	expect(items.map(({ json }) => json.name).sort()).toEqual(['Mara Lindqvist', 'Van 07', 'Van 11']);
	expect((await detrack.lastRequest('GET'))?.path).toBe('/detrack/api/v2/vehicles');
});

it('looks for vehicles without the blanks around a name', async () => {
	await detrack.run('vehicle.getMany', { filters: { name: ' Van 07 ' } });
	expect((await detrack.lastRequest('GET'))?.query).toMatchObject({ name: 'Van 07' });
});

/** Opens a drop-down, as the editor does. */
async function opened(search: keyof Detrack['methods']['listSearch'], filter?: string) {
	const node = new Detrack();
	const { context } = executeContext({
		node,
		credentialType: new DetrackApi(),
		credential: { apiKey: DETRACK_API_KEY, baseUrl: detrack.baseUrl },
		parameters: { resource: 'job', operation: 'get' },
	});
	return await node.methods.listSearch[search].call(context as never, filter);
}

it('offers what jobs are sorted by in words, and asks Detrack nothing for it', async () => {
	const before = await detrack.requests();
	expect((await opened('searchSortings', ' created')).results).toEqual([
		{ name: 'Created, Newest First', value: '-created_at' },
		{ name: 'Created, Oldest First', value: 'created_at' },
	]);
	expect((await opened('searchSortings')).results).toContainEqual({
		name: 'Date, Latest First',
		value: '-date',
	});
	expect(await detrack.requests()).toEqual(before);
});

describe('the drop-down of drivers and vehicles', () => {
	it('shows them by the names that a job takes', async () => {
		const all = ['Mara Lindqvist', 'Van 07', 'Van 11'].map((name) => ({ name, value: name }));
		expect((await opened('searchVehicles')).results).toEqual(all);
		expect((await opened('searchVehicles', ' VAN ')).results).toEqual(all.slice(1));
		expect((await opened('searchVehicles', 'Van 12')).results).toEqual([]);
	});

	it.each([
		{ __rl: true, mode: 'list', value: 'Van 07' },
		{ __rl: true, mode: 'name', value: '={{ $json.driver }}' },
		'Van 07',
		'={{ $json.driver }}',
	])('sends the name of %j to the letter', async (assignTo) => {
		const items = [{ driver: 'Van 07' }];
		await detrack.run(
			'create',
			{ ...minimalJob('A-1'), additionalFields: { assignTo } },
			{ items },
		);
		const [{ body } = {}] = await detrack.requests('POST');
		expect(body).toMatchObject({ data: { assign_to: 'Van 07' } });
		const parameters = { returnAll: true, filters: { assignTo } };
		const found = await detrack.run('getMany', parameters, { items });
		expect(found.items).toHaveLength(1);
		expect((await detrack.lastRequest('GET'))?.query.assign_to).toBe('Van 07');
	});

	it.each(['', '={{ null }}'])('takes the driver away where it holds %j', async (value) => {
		await detrack.create('A-1', { assignTo: 'Van 07' });
		const assignTo = { __rl: true, mode: 'name', value };
		await detrack.run('update', { ...byNumber('A-1'), updateFields: { assignTo } });
		expect((await detrack.lastRequest('PUT'))?.body).toMatchObject({ data: { assign_to: null } });
	});

	it('takes no driver away where an expression names what is not there', async () => {
		const assignTo = { __rl: true, mode: 'name', value: '={{ $json.nothing }}' };
		const updateFields = { assignTo, instructions: 'Ring twice' };
		await detrack.create('A-1', { assignTo: 'Van 07' });
		await detrack.run('update', { ...byNumber('A-1'), updateFields });
		expect((await detrack.lastRequest('PUT'))?.body).toMatchObject({
			data: { instructions: 'Ring twice' },
		});
		const { items } = await detrack.run('get', byNumber('A-1'));
		expect(items[0]?.json.driverName).toBe('Van 07');
	});
});

describe('the drop-down of jobs', () => {
	const list = async (filter?: string) => await opened('searchJobs', filter);

	it('tells jobs of one number apart, and leads to the chosen one', async () => {
		await detrack.create('A-1', { deliverToCollectFrom: 'Priya' });
		await detrack.run('create', { ...minimalJob('A-1'), date: '2099-04-04' });
		const { results } = await list();
		expect(results.map(({ name }) => name).sort()).toEqual(
			[
				`A-1 · ${DAY} · Delivery · dispatched · Priya`,
				'A-1 · 2099-04-04 · Delivery · dispatched',
			].sort(),
		);
		const { value = '' } = results.find(({ name }) => name.includes(DAY)) ?? {};
		const chosen = { job: { __rl: true, mode: 'list', value }, simplify: false };
		expect((await detrack.run('get', chosen)).items[0]?.json.date).toBe(DAY);
	});

	it('lets Detrack search', async () => {
		await list('Newstead');
		expect((await detrack.lastRequest('GET'))?.query).toMatchObject({ query: 'Newstead' });
	});

	it('ends in a sentence, too', async () => {
		await detrack.fault({ kind: 'status', status: 500 });
		expect((await errorOf(list() as never)).message).toBe(
			'Detrack is not able to answer right now',
		);
	});
});
