import type { IDataObject } from 'n8n-workflow';

import { RADARO_DISABLED_KEY } from '../../../../../sandbox/radaro/defaults';
import { minimalJob, RadaroBench, runRadaro } from '../../../../support/radaro';
import { errorOf } from '../../../../support/runOperation';
import { ScriptedServer } from '../../../../support/scripted';
import { useBench } from '../../../../support/standInBench';

const radaro = useBench(new RadaroBench());

const ids = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_value, index) => ({ id: `B-${index}` }));

const createMany = async (items: IDataObject[], parameters = {}, continueOnFail = false) =>
	await radaro.run('createMany', { ...minimalJob(), ...parameters }, { items, continueOnFail });

/** How many jobs each creation request held. */
async function batches(): Promise<number[]> {
	const requests = await radaro.requests('POST');
	return requests.map(({ body }) => (Array.isArray(body) ? body.length : 1));
}

async function jobCount(): Promise<number> {
	const { vendors } = (await radaro.control('GET', 'state')) as {
		vendors: Array<{ jobCount: number }>;
	};
	return vendors[0]?.jobCount ?? -1;
}

/** The input items whose output is an error, with what it says. */
function errorsIn(run: Awaited<ReturnType<typeof createMany>>) {
	return run.items
		.filter(({ json }) => json.error !== undefined)
		.map(({ json, pairedItem }) => [pairedItem, json.error]);
}

it('creates 1,000 jobs with ten requests and links each to its input', async () => {
	const run = await createMany(ids(1000));
	expect(await batches()).toEqual(Array.from({ length: 10 }, () => 100));
	expect(run.items).toHaveLength(1000);
	run.items.forEach(({ json, pairedItem }, index) => {
		expect([json.reference, pairedItem]).toEqual([`B-${index}`, { item: index }]);
	});
	expect(run.hints).toEqual([]);
});

it('takes the batch size from its parameter', async () => {
	await createMany(ids(25), { batchSize: 10 });
	expect(await batches()).toEqual([10, 10, 5]);
});

describe.each(['all', 'partial', 'partialOmit'])(
	'one bad job when Radaro refuses %s',
	(batchFailure) => {
		it.each(['fields', 'detail', 'string', 'empty', 'html'])(
			'is told apart from the rest with an error form of %s',
			async (errorForm) => {
				await radaro.settings({ batchFailure, errorForm });
				const items = ids(100).map((item, index) => ({
					...item,
					driver: index === 37 ? 99 : 3391054,
				}));
				const parameters = { additionalFields: { driver: '={{ $json.driver }}' } };
				const run = await createMany(items, parameters);
				expect(errorsIn(run)).toEqual([
					[{ item: 37 }, expect.stringMatching(/^Radaro did not accept job "B-37"/) as string],
				]);
				expect(run.items.filter(({ json }) => json.status === 'assigned')).toHaveLength(99);
				expect(await jobCount()).toBe(99);
				expect(run.hints.map(({ message }) => message)).toEqual([
					'1 of 100 items did not succeed. Each of them says why under "error"; the others did.',
				]);
			},
		);
	},
);

it('needs one more request when Radaro names the bad jobs', async () => {
	const items = ids(100).map((item, index) => ({
		...item,
		driver: index % 40 === 1 ? 99 : 3391054,
	}));
	const run = await createMany(items, { additionalFields: { driver: '={{ $json.driver }}' } });
	expect(await batches()).toEqual([100, 97]);
	expect(errorsIn(run).map(([item]) => item)).toEqual([{ item: 1 }, { item: 41 }, { item: 81 }]);
});

it('finds the jobs that were created although Radaro refused the batch', async () => {
	const created = new Set<unknown>();
	const answerFor = ({ external_id: id, customer }: IDataObject): IDataObject => {
		if (id === 'B-1') return { customer: ['This one is not allowed.'] };
		if (created.has(id)) return { external_id: ['This number exists already.'] };
		created.add(id);
		return { order_id: created.size, external_id: id, customer };
	};
	const server = await ScriptedServer.start(({ method, path, body }) => {
		const id = path.split('/').at(-2);
		if (method === 'GET') {
			return created.has(id)
				? { body: { order_id: 1, external_id: id, customer: { name: 'Tom Okafor' } } }
				: { status: 404, body: { detail: 'Not found.' } };
		}
		const answers = [body].flat().map((job) => answerFor(job as IDataObject));
		// Of those that went well it only says that nothing is wrong.
		const errors = answers.map(({ order_id: made, ...told }) => (made === undefined ? told : {}));
		const isRefused = errors.some((error) => Object.keys(error).length > 0);
		if (!isRefused) return { status: 201, body: answers };
		return { status: 400, body: Array.isArray(body) ? errors : errors[0] };
	});
	const run = await runRadaro(
		server.url,
		'createMany',
		{ ...minimalJob(), customerName: 'Tom Okafor' },
		{ items: ids(3), continueOnFail: true },
	);
	await server.stop();
	expect([...created]).toEqual(['B-0', 'B-2']);
	expect(run.items.map(({ json }) => json.reference)).toEqual(['B-0', undefined, 'B-2']);
	expect(errorsIn(run)).toEqual([[{ item: 1 }, expect.stringContaining('not allowed')]]);
	expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET', 'GET']);
});

it('halves a batch when Radaro does not name the bad job', async () => {
	await radaro.settings({ errorForm: 'detail' });
	const items = ids(8).map((item, index) => ({ ...item, driver: index === 0 ? 99 : 3391054 }));
	await createMany(items, { additionalFields: { driver: '={{ $json.driver }}' } });
	expect(await batches()).toEqual([8, 4, 2, 1, 1, 2, 4]);
});

it('halves a batch that is too large for the server', async () => {
	await radaro.settings({ batchLimit: 30 });
	const run = await createMany(ids(100));
	expect(errorsIn(run)).toEqual([]);
	expect(await batches()).toEqual([100, 50, 25, 25, 50, 25, 25]);
});

it.each(['array', 'object', 'empty', 'string'])(
	'gives all jobs when the answer is %s',
	async (createAnswer) => {
		await radaro.settings({ createAnswer });
		const run = await createMany(ids(3));
		expect(run.items.map(({ json }) => json.reference)).toEqual(['B-0', 'B-1', 'B-2']);
		expect(await batches()).toEqual([3]);
	},
);

describe('bad items beside good ones', () => {
	it('never sends an External ID twice', async () => {
		const run = await createMany([{ id: 'X' }, { id: 'Y' }, { id: 'X' }]);
		expect(errorsIn(run)).toEqual([
			[
				{ item: 2 },
				'The External ID "X" is used by an earlier item as well. Each job needs its own.',
			],
		]);
		expect(await batches()).toEqual([2]);
	});

	it('keeps an item that cannot be sent out of the batch', async () => {
		const run = await createMany([{ id: 'X' }, { id: '' }, { id: 'Z' }]);
		expect(errorsIn(run)).toEqual([
			[{ item: 1 }, '"External ID" is missing. Enter your own number of this job.'],
		]);
		expect(await jobCount()).toBe(2);
	});

	it('refuses an External ID that exists already', async () => {
		await createMany([{ id: 'B-1' }]);
		const run = await createMany(ids(3));
		expect(errorsIn(run).map(([item]) => item)).toEqual([{ item: 1 }]);
		expect(await jobCount()).toBe(3);
	});

	it('ends with an error when no item succeeded', async () => {
		const { message } = await errorOf(createMany([{ id: '' }, { id: '' }]));
		expect(message).toBe('"External ID" is missing. Enter your own number of this job.');
	});

	it('gives { error } for each with continue on fail', async () => {
		const run = await createMany([{ id: '' }, { id: '' }], {}, true);
		expect(run.items.map(({ json, pairedItem }) => [Object.keys(json), pairedItem])).toEqual([
			[['error'], { item: 0 }],
			[['error'], { item: 1 }],
		]);
	});

	it('gives nothing for no items', async () => {
		expect((await createMany([])).items).toEqual([]);
		expect(await radaro.requests()).toEqual([]);
	});
});

it('gives each item an error of its own, also when one answer is the reason for all', async () => {
	await radaro.fault({ kind: 'expiredKey' });
	const run = await createMany(ids(3), {}, true);
	expect(run.items.map(({ error }) => error?.context?.itemIndex)).toEqual([0, 1, 2]);
});

describe('an answer that gets lost', () => {
	it.each(['reset', 'malformed', 'html', 'status'])(
		'by %s after the jobs were created gives every job, and creates none twice',
		async (kind) => {
			await radaro.fault({ kind, when: 'after', times: 1, methods: ['POST'] });
			const run = await createMany(ids(5));
			expect(errorsIn(run)).toEqual([]);
			expect(run.items.map(({ json }) => json.reference)).toEqual([
				'B-0',
				'B-1',
				'B-2',
				'B-3',
				'B-4',
			]);
			expect(await jobCount()).toBe(5);
		},
	);

	it('is found again when the second answer refuses per job with a good status', async () => {
		await radaro.settings({ batchFailure: 'partial' });
		await radaro.fault({ kind: 'reset', when: 'after', times: 1, methods: ['POST'] });
		const run = await createMany(ids(5));
		expect(errorsIn(run)).toEqual([]);
		expect(await jobCount()).toBe(5);
	});

	it('does not take an older job of the same number for the one that was sent', async () => {
		await radaro.run('create', { ...minimalJob('B-1'), customerName: 'Somebody Else' });
		await radaro.fault({ kind: 'reset', when: 'before', times: 1, methods: ['POST'] });
		const run = await createMany(ids(3));
		expect(errorsIn(run).map(([item]) => item)).toEqual([{ item: 1 }]);
		expect(await jobCount()).toBe(3);
	});

	it('twice in a row ends the sending, and says which jobs were not sent', async () => {
		await createMany(ids(1));
		await radaro.fault({ kind: 'reset', methods: ['POST'] });
		const run = await createMany(ids(30).slice(1), { batchSize: 10 }, true);
		expect((await radaro.requests('POST')).length).toBe(3);
		const said = run.items.map(({ json }) => json.error);
		expect(said.slice(0, 10)).toEqual(
			Array.from({ length: 10 }, () => 'Radaro may have created this job, but that is not certain'),
		);
		expect(said.slice(10)).toEqual(
			Array.from(
				{ length: 19 },
				() => 'This job was not sent, because the requests before it got no usable answer',
			),
		);
	});
});

it.each([401, 403])(
	'stops at once at a key that is switched off, answered with %p',
	async (authStatus) => {
		await radaro.settings({ authStatus });
		const run = await radaro.run(
			'createMany',
			{ ...minimalJob(), batchSize: 10 },
			{ items: ids(30), continueOnFail: true, credential: { apiKey: RADARO_DISABLED_KEY } },
		);
		expect(await radaro.requests('POST')).toHaveLength(1);
		expect(new Set(run.items.map(({ json }) => json.error))).toEqual(
			new Set(['Radaro does not accept the API key']),
		);
	},
);
