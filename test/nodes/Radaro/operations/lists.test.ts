import { RadaroApi } from '../../../../credentials/RadaroApi.credentials';
import { Radaro } from '../../../../nodes/Radaro/Radaro.node';
import { RADARO_KEY, RADARO_ORDINARY_KEY } from '../../../../sandbox/radaro/defaults';
import { executeContext } from '../../../support/executeNode';
import { byExternalId, minimalJob, RadaroBench } from '../../../support/radaro';
import { errorOf } from '../../../support/runOperation';
import { useBench } from '../../../support/standInBench';

const radaro = useBench(new RadaroBench());

describe('getMany', () => {
	beforeEach(async () => {
		for (let start = 0; start < 250; start += 50) {
			const items = Array.from({ length: 50 }, (_value, index) => ({ id: `N-${start + index}` }));
			await radaro.run('createMany', minimalJob(), { items });
		}
	});

	it('reads all pages and gives every job once', async () => {
		const { items, hints } = await radaro.run('getMany', { returnAll: true });
		expect(new Set(items.map(({ json }) => json.reference)).size).toBe(250);
		expect(items).toHaveLength(250);
		expect(await radaro.requests('GET')).toHaveLength(3);
		expect(hints).toEqual([]);
	});

	it('stops at the limit', async () => {
		const { items } = await radaro.run('getMany', { returnAll: false, limit: 120 });
		expect(items).toHaveLength(120);
		expect(await radaro.requests('GET')).toHaveLength(2);
	});

	it('says how many are missing when the server turns no pages', async () => {
		await radaro.settings({ ignorePaging: true });
		const { items, hints } = await radaro.run('getMany', { returnAll: true });
		expect(items).toHaveLength(100);
		expect(hints.map(({ message }) => message)).toEqual([
			'Radaro counts 150 more than it gave. It does not document how to read further pages.',
		]);
	});

	it.each([
		[{ listEnvelope: 'array' }, 250],
		[{ listNext: true }, 250],
		[{ maxPageSize: 40 }, 250],
	])('copes with %j', async (settings, count) => {
		await radaro.settings(settings);
		const { items } = await radaro.run('getMany', { returnAll: true });
		expect(items).toHaveLength(count);
		expect(JSON.stringify(items)).not.toContain('key=');
	});

	it('filters after reading, and counts the limit then', async () => {
		await radaro.run('assignDriver', { ...byExternalId('N-3'), driver: 3391054 });
		const filters = { statuses: ['assigned'] };
		const { items } = await radaro.run('getMany', { returnAll: false, limit: 5, filters });
		expect(items.map(({ json }) => json.reference)).toEqual(['N-3']);
	});

	it('takes a status that an expression gives as text', async () => {
		await radaro.run('assignDriver', { ...byExternalId('N-3'), driver: 3391054 });
		const filters = { statuses: '={{ "assigned, failed" }}' };
		const { items } = await radaro.run('getMany', { returnAll: true, filters });
		expect(items.map(({ json }) => json.reference)).toEqual(['N-3']);
	});

	it('filters by time', async () => {
		const filters = { createdAfter: '2100-01-01T00:00:00' };
		expect((await radaro.run('getMany', { returnAll: true, filters })).items).toEqual([]);
	});

	it('sends free query parameters, but not one that replaces the key', async () => {
		const query = (name: string) => ({ queryParameters: { parameter: [{ name, value: 'x' }] } });
		await radaro.run('getMany', { returnAll: false, limit: 1, ...query('sub_branding') });
		expect((await radaro.lastRequest('GET'))?.query).toMatchObject({ sub_branding: 'x' });
		expect((await errorOf(radaro.run('getMany', query('KEY')))).message).toBe(
			'The query parameter "KEY" is set by the node. Remove it.',
		);
	});

	it('sees only the jobs of its own key', async () => {
		const credential = { apiKey: RADARO_ORDINARY_KEY };
		expect((await radaro.run('getMany', { returnAll: true }, { credential })).items).toEqual([]);
	});
});

describe('the other lists', () => {
	it('gives sub-brands', async () => {
		const { items } = await radaro.run('subBrand.getMany', { returnAll: true });
		expect(items.map(({ json }) => [json.id, json.name])).toEqual([
			[71, 'Harbour Furniture'],
			[72, 'Harbour Outlet'],
		]);
	});

	it('gives completion codes', async () => {
		const { items } = await radaro.run('completionCode.getMany', { returnAll: false, limit: 3 });
		expect(items.map(({ json }) => [json.code, json.type])).toEqual([
			[101, 'success'],
			[107, 'success'],
			[204, 'failure'],
		]);
	});
});

it('shows in the drop-down of jobs how each of them stands', async () => {
	await radaro.create('A-1', { driver: 3391054 });
	const node = new Radaro();
	const { context } = executeContext({
		node,
		credentialType: new RadaroApi(),
		credential: { server: 1, apiKey: RADARO_KEY, baseUrl: radaro.baseUrl },
		parameters: {},
	});
	const search = node.methods.listSearch.searchJobs;
	const { results } = await search.call(context as never);
	expect(results.map(({ name }) => name)).toEqual(['A-1 · Tom Okafor · assigned']);
});

describe('the drop-down of drivers', () => {
	const opened = async (filter?: string) => {
		const node = new Radaro();
		const { context } = executeContext({
			node,
			credentialType: new RadaroApi(),
			credential: { server: 1, apiKey: RADARO_KEY, baseUrl: radaro.baseUrl },
			parameters: { resource: 'job', operation: 'assignDriver' },
		});
		return (await node.methods.listSearch.searchDrivers.call(context as never, filter)).results;
	};

	it('shows each driver that a job has once, with one of the jobs', async () => {
		await radaro.create('A-1', { driver: 3391054 });
		await radaro.create('A-2');
		await radaro.create('A-3', { driver: 3391054 });
		await radaro.create('A-4', { driver: 3391055 });
		const found = await opened();
		expect(found.map(({ value }) => value).sort()).toEqual(['3391054', '3391055']);
		expect(found.map(({ name }) => name)).toContain('3391055 (has A-4 · Tom Okafor)');
		expect((await opened(' a-4 ')).map(({ value }) => value)).toEqual(['3391055']);
		expect(await opened('A-2')).toEqual([]);
	});

	it.each([
		{ __rl: true, mode: 'list', value: '3391055' },
		{ __rl: true, mode: 'id', value: 3391055 },
		{ __rl: true, mode: 'id', value: '={{ $json.driver }}' },
		3391055,
		'={{ $json.driver }}',
	])('sends the number of %j', async (driver) => {
		const items = [{ driver: 3391055 }];
		await radaro.create('A-1');
		const job = byExternalId('A-1');
		await radaro.run('assignDriver', { ...job, driver }, { items });
		await radaro.run('update', { ...job, updateFields: { driver } }, { items });
		const bodies = (await radaro.requests('PATCH')).map(({ body }) => body);
		expect(bodies).toEqual([{ driver: 3391055 }, { driver: 3391055 }]);
		const created = { ...minimalJob('A-2'), additionalFields: { driver } };
		await radaro.run('create', created, { items });
		expect((await radaro.lastRequest('POST'))?.body).toMatchObject({ driver: 3391055 });
	});

	it.each(['', '={{ null }}'])('takes no driver away where an update holds %j', async (value) => {
		await radaro.create('A-1', { driver: 3391054 });
		const updateFields = { driver: { __rl: true, mode: 'id', value } };
		const { message } = await errorOf(
			radaro.run('update', { ...byExternalId('A-1'), updateFields }),
		);
		expect(message).toMatch(/^"Driver" is empty\. Choose one, or remove the field\./);
		expect(await radaro.requests('PATCH')).toEqual([]);
	});

	it('takes the driver away where that is written out', async () => {
		await radaro.create('A-1', { driver: 3391054 });
		const updateFields = { otherAttributes: '{"driver": null}' };
		await radaro.run('update', { ...byExternalId('A-1'), updateFields });
		expect((await radaro.lastRequest('PATCH'))?.body).toEqual({ driver: null });
	});

	it('takes no driver away where an expression names what is not there', async () => {
		await radaro.create('A-1', { driver: 3391054 });
		const driver = { __rl: true, mode: 'id', value: '={{ $json.nothing }}' };
		const updateFields = { driver, title: 'INV-1' };
		await radaro.run('update', { ...byExternalId('A-1'), updateFields });
		expect((await radaro.lastRequest('PATCH'))?.body).toEqual({ title: 'INV-1' });
	});

	it('assigns nobody where nobody is chosen', async () => {
		await radaro.create('A-1');
		for (const driver of ['', 0, { __rl: true, mode: 'list', value: '' }]) {
			const { message } = await errorOf(
				radaro.run('assignDriver', { ...byExternalId('A-1'), driver }),
			);
			expect(message).toMatch(/^"Driver" must be the number of a driver in Radaro's portal/);
		}
		expect(await radaro.requests('PATCH')).toEqual([]);
	});
});
