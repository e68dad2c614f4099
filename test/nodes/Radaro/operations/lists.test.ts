import { RADARO_ORDINARY_KEY } from '../../../../sandbox/radaro/defaults';
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
