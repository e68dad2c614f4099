import type { IDataObject } from 'n8n-workflow';

import { byNumber, DAY, DetrackBench, minimalJob, runDetrack } from '../../../../support/detrack';
import { errorOf } from '../../../../support/runOperation';
import { ScriptedServer } from '../../../../support/scripted';
import { useBench } from '../../../../support/standInBench';

const detrack = useBench(new DetrackBench());
let server: ScriptedServer | undefined;
afterEach(async () => await server?.stop());

const OTHER_DAY = '2099-04-04';
const change = { updateFields: { zone: 'North' } };

const ONE: Array<[string, IDataObject]> = [
	['delete', {}],
	['update', change],
	['reattempt', {}],
];
const MANY: Array<[string, IDataObject]> = [
	['deleteMany', {}],
	['updateMany', change],
];
const keys = (body: unknown) =>
	((body as { data: IDataObject[] }).data ?? []).map(({ do_number, date, type }) => [
		do_number,
		date,
		type,
	]);

/** Two jobs of one number, on two days. */
async function twoDays(): Promise<void> {
	await detrack.create('A-1', { assignTo: 'Van 07' });
	await detrack.run('create', { ...minimalJob('A-1'), date: OTHER_DAY });
}

/** How the jobs are afterwards: day, zone and attempt of each. */
async function jobs() {
	const { items } = await detrack.run('getMany', { returnAll: true, simplify: false });
	return items.map(({ json }) => [json.date, json.zone ?? null, json.attempt]);
}

describe.each(ONE)('%s by D.O. number', (operation, parameters) => {
	it('touches none of several jobs, and names them', async () => {
		await twoDays();
		const before = await jobs();
		expect(await errorOf(detrack.run(operation, { ...byNumber('A-1'), ...parameters }))).toEqual({
			message: 'There is more than one job with the D.O. number "A-1", so none was touched',
			description: expect.stringMatching(
				/^Say which one is meant under "If the Number Is Not Unique", by Date and Type\. There are: Delivery on 2099-0[34]-0[34] \(attempt 1, \w+\); Delivery on 2099-0[34]-0[34] \(attempt 1, \w+\)\.$/,
			) as string,
		});
		expect(await jobs()).toEqual(before);
	});

	it('takes the one that a date tells', async () => {
		await twoDays();
		const which = { date: DAY };
		await detrack.run(
			operation,
			{ ...byNumber('A-1'), ...parameters, which },
			{
				continueOnFail: true,
			},
		);
		const [sent] = (await detrack.requests()).slice(-1);
		const { data } = (sent?.body ?? {}) as { data?: IDataObject };
		expect({ ...sent?.query, ...(sent?.body as object | undefined), ...data }).toMatchObject({
			do_number: 'A-1',
			date: DAY,
			type: 'Delivery',
		});
	});

	it('takes no job whose number is only alike', async () => {
		server = await ScriptedServer.start(() => ({
			body: { data: [{ id: '1', do_number: 'a-1', date: DAY, type: 'Delivery' }] },
		}));
		const run = runDetrack(server.url, operation, { ...byNumber('A-1'), ...parameters });
		expect((await errorOf(run)).message).toBe('Detrack has no job with the D.O. number "A-1"');
		expect(server.asked.map(({ method, path }) => [method, path])).toEqual([
			['POST', '/dn/jobs/search'],
		]);
	});

	it('touches nothing where Detrack does not give all that it has found', async () => {
		server = await ScriptedServer.start(() => ({
			body: {
				data: [{ id: '1', do_number: 'A-1', date: DAY, type: 'Delivery' }],
				total_count: 150,
			},
		}));
		const run = runDetrack(server.url, operation, { ...byNumber('A-1'), ...parameters });
		expect(await errorOf(run)).toMatchObject({
			message: 'Detrack did not give all jobs with this number',
			description:
				'Detrack counts 149 more than it gave: its pages began to repeat. Try again, or say which job is meant by its date and type.',
		});
		expect(new Set(server.asked.map(({ path }) => path))).toEqual(new Set(['/dn/jobs/search']));
	});

	it('asks nothing more where date and type are given', async () => {
		server = await ScriptedServer.start(() => ({ body: { data: { id: '1', do_number: 'A-1' } } }));
		const which = { date: DAY, type: 'Collection' };
		await runDetrack(server.url, operation, { ...byNumber('A-1'), ...parameters, which });
		expect(server.asked).toHaveLength(1);
	});
});

describe.each(MANY)('%s by D.O. number', (operation, parameters) => {
	const run = async (items: IDataObject[]) =>
		await detrack.run(
			operation,
			{ doNumber: '={{ $json.id }}', ...parameters },
			{ items, continueOnFail: true },
		);

	it('touches the jobs that are alone, and tells the others', async () => {
		await twoDays();
		await detrack.create('B-1');
		const { items } = await run([{ id: 'A-1' }, { id: 'B-1' }, { id: 'nope' }]);
		expect(items.map(({ json, pairedItem }) => [pairedItem, json])).toMatchObject([
			[
				{ item: 0 },
				{
					error: 'There is more than one job with the D.O. number "A-1", so none was touched',
				},
			],
			[{ item: 1 }, { reference: 'B-1', date: DAY, jobType: 'delivery' }],
			[{ item: 2 }, { error: 'Detrack has no job with the D.O. number "nope"' }],
		]);
		const [sent] = (await detrack.requests()).slice(-1);
		expect(keys(sent?.body)).toEqual([['B-1', DAY, 'Delivery']]);
	});

	it('touches nothing where the look-up fails', async () => {
		await detrack.create('B-1');
		await detrack.fault({ kind: 'status', status: 500, methods: ['POST'] });
		const { items } = await run([{ id: 'B-1' }]);
		expect(items[0]?.json.error).toBe('Detrack is not able to answer right now');
		expect((await detrack.requests()).map(({ method }) => method)).toEqual(['POST', 'POST']);
	});
});
