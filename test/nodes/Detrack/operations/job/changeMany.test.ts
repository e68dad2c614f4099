import type { IDataObject } from 'n8n-workflow';

import { DAY, DetrackBench, minimalJob } from '../../../../support/detrack';
import { useBench } from '../../../../support/standInBench';

const detrack = useBench(new DetrackBench());

const ids = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_value, index) => ({ id: `B-${index}` }));

const EXACT = { date: DAY, type: 'Delivery' };

async function createMany(count: number, additionalFields = {}): Promise<IDataObject[]> {
	const items = ids(count);
	await detrack.run('createMany', { ...minimalJob(), additionalFields }, { items });
	return items;
}

const run = async (operation: string, items: IDataObject[], parameters = {}) =>
	await detrack.run(
		operation,
		{ doNumber: '={{ $json.id }}', ...parameters },
		{ items, continueOnFail: true },
	);

const told = ({ items }: Awaited<ReturnType<typeof run>>) =>
	items.map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json]);

async function sizes(method: string): Promise<number[]> {
	return (await detrack.requests(method)).map(
		({ body }) => (body as { data: unknown[] }).data.length,
	);
}

describe('updateMany', () => {
	it('changes 250 jobs with 3 requests and says of each that it did', async () => {
		const items = await createMany(250);
		const result = await run('updateMany', items, { updateFields: { zone: 'North' } });
		expect(await sizes('PUT')).toEqual([100, 100, 50]);
		expect(result.items).toHaveLength(250);
		expect(told(result)[249]).toEqual([
			249,
			{ updated: true, reference: 'B-249', date: DAY, jobType: 'delivery' },
		]);
		const { items: jobs } = await detrack.run('search', {
			returnAll: true,
			filters: { zone: 'North' },
		});
		expect(jobs).toHaveLength(250);
	});

	it.each(['nested', 'flat'])('reads a partial answer that is %s', async (batchUpdateNesting) => {
		await detrack.settings({ batchUpdateNesting });
		await createMany(3);
		const items = [
			{ id: 'B-0', weight: 5 },
			{ id: 'nope', weight: 5 },
			{ id: 'B-2', weight: 'heavy' },
			{ id: 'B-1', weight: 5 },
		];
		const result = await run('updateMany', items, {
			updateFields: { otherAttributes: '={{ { weight: $json.weight } }}' },
		});
		expect(told(result)).toMatchObject([
			[0, { updated: true, reference: 'B-0' }],
			[1, { error: 'Detrack has no job with the D.O. number "nope"' }],
			[2, { error: 'Detrack did not accept the change of job "B-2": weight not_a_number' }],
			[3, { updated: true, reference: 'B-1' }],
		]);
		expect(await sizes('PUT')).toEqual([3]);
	});

	it('asks for the POD time before it sends, for the items that lack it', async () => {
		await createMany(2);
		const items = [
			{ id: 'B-0', time: '13:30' },
			{ id: 'B-1', time: '' },
		];
		const result = await run('updateMany', items, {
			updateFields: { status: 'completed', podTime: '={{ $json.time }}' },
		});
		expect(told(result)).toMatchObject([
			[0, { updated: true }],
			[1, { error: expect.stringMatching(/^"POD Time" is missing\./) as string }],
		]);
		expect(await sizes('PUT')).toEqual([1]);
	});

	it('changes the status of a finished job only when told to overwrite', async () => {
		const items = await createMany(1, { assignTo: 'Van 07' });
		await detrack.step('B-0', 'complete');
		const updateFields = { status: 'failed', podTime: '13:30' };
		const refused = await run('updateMany', items, { updateFields });
		expect(refused.items[0]?.json.error).toMatch(/uneditable$/);
		expect(refused.items[0]?.error?.description).toMatch(
			/^This job is finished, .*"Overwrite Finished Jobs"/,
		);
		const done = await run('updateMany', items, { updateFields, overwrite: true });
		expect(told(done)).toMatchObject([[0, { updated: true }]]);
	});

	it('looks up what a lost request has changed before it sends anything again', async () => {
		const items = await createMany(3);
		await detrack.fault({ kind: 'reset', when: 'after', times: 1, methods: ['PUT'] });
		const result = await run('updateMany', items, { updateFields: { zone: 'North' } });
		expect(told(result).map(([, json]) => json)).toMatchObject(
			ids(3).map(() => ({ updated: true })),
		);
		expect(await sizes('PUT')).toEqual([3]);
	});
});

describe('deleteMany', () => {
	it('deletes 150 jobs with 2 requests', async () => {
		const items = await createMany(150);
		const result = await run('deleteMany', items, { which: EXACT });
		expect(await sizes('DELETE')).toEqual([100, 50]);
		expect(told(result)[149]).toEqual([
			149,
			{ deleted: true, reference: 'B-149', date: DAY, jobType: 'delivery' },
		]);
		expect((await detrack.run('getMany', { returnAll: true })).items).toEqual([]);
	});

	it('tells the finished and the unknown ones apart from the rest', async () => {
		await createMany(3, { assignTo: 'Van 07' });
		await detrack.step('B-1', 'complete');
		const result = await run('deleteMany', [...ids(3), { id: 'nope' }]);
		expect(told(result)).toMatchObject([
			[0, { deleted: true }],
			[1, { error: 'Detrack did not accept the deletion of job "B-1": undeletable' }],
			[2, { deleted: true }],
			[3, { error: 'Detrack has no job with the D.O. number "nope"' }],
		]);
		expect(result.items[1]?.error?.description).toMatch(/Settings → Job → POD/);
	});

	it('finds out what a lost request has deleted', async () => {
		const items = await createMany(3);
		await detrack.fault({ kind: 'reset', when: 'after', times: 1, methods: ['DELETE'] });
		const result = await run('deleteMany', items, { which: EXACT });
		expect(told(result).map(([, json]) => json)).toMatchObject(
			ids(3).map(() => ({ deleted: true })),
		);
	});

	it('does not delete the job of another day when an answer is lost', async () => {
		await createMany(1);
		await detrack.run('create', { ...minimalJob('B-0'), date: '2099-04-04' });
		await detrack.fault({ kind: 'reset', when: 'after', times: 1, methods: ['DELETE'] });
		const result = await run('deleteMany', ids(1), { which: { date: '2099-04-04' } });
		expect(told(result)).toMatchObject([[0, { deleted: true, date: '2099-04-04' }]]);
		const { items } = await detrack.run('getMany', { returnAll: true, simplify: false });
		expect(items.map(({ json }) => json.date)).toEqual([DAY]);
	});

	it('refuses a second item for the same job', async () => {
		await createMany(1);
		const result = await run('deleteMany', [{ id: 'B-0' }, { id: 'B-0' }]);
		expect(told(result)).toMatchObject([
			[0, { deleted: true }],
			[1, { error: expect.stringMatching(/is used by an earlier item as well/) as string }],
		]);
	});
});
