import type { IDataObject } from 'n8n-workflow';

import { DAY, DetrackBench, minimalJob } from '../../../../support/detrack';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const detrack = useBench(new DetrackBench());

const ids = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_value, index) => ({ id: `B-${index}` }));

const createMany = async (items: IDataObject[], parameters = {}, continueOnFail = false) =>
	await detrack.run('createMany', { ...minimalJob(), ...parameters }, { items, continueOnFail });

/** How many jobs each batch held. */
async function batches(): Promise<number[]> {
	const requests = await detrack.requests('POST');
	return requests
		.filter(({ path }) => path.endsWith('/bulk'))
		.map(({ body }) => (body as { data: unknown[] }).data.length);
}

async function jobCount(): Promise<number> {
	const { items } = await detrack.run('getMany', { returnAll: true });
	return items.length;
}

/** The input items whose output is an error, with what it says. */
function errorsIn(run: Awaited<ReturnType<typeof createMany>>) {
	return run.items
		.filter(({ json }) => json.error !== undefined)
		.map(({ json, pairedItem }) => [pairedItem, json.error]);
}

it('creates 1,000 jobs with 10 requests and links each to its input', async () => {
	const run = await createMany(ids(1000));
	expect(await batches()).toEqual(Array.from({ length: 10 }, () => 100));
	expect(run.items).toHaveLength(1000);
	run.items.forEach(({ json, pairedItem }, index) => {
		expect([json.reference, pairedItem]).toEqual([`B-${index}`, { item: index }]);
	});
	expect(run.hints).toEqual([]);
});

it('gives 97 results and 3 errors on the right items when 3 of 100 are refused', async () => {
	const items = ids(100).map((item, index) => ({
		...item,
		weight: [7, 42, 99].includes(index) ? 'heavy' : 3,
	}));
	const run = await createMany(items, {
		additionalFields: { otherAttributes: '={{ { weight: $json.weight } }}' },
	});
	expect(errorsIn(run)).toEqual(
		[7, 42, 99].map((item) => [
			{ item },
			`Detrack did not accept job "B-${item}": weight not_a_number`,
		]),
	);
	const good = run.items.filter(({ json }) => json.provider === 'detrack');
	expect(good).toHaveLength(97);
	for (const { json, pairedItem } of good) {
		expect(json.reference).toBe(`B-${(pairedItem as { item: number }).item}`);
	}
	expect(await batches()).toEqual([100]);
	expect(await jobCount()).toBe(97);
	expect(run.hints.map(({ message }) => message)).toEqual([
		'3 of 100 items did not succeed. Each of them says why under "error"; the others did.',
	]);
});

describe('D.O. numbers', () => {
	it('that exist on that date are refused, with what to do', async () => {
		await createMany([{ id: 'B-1' }]);
		const run = await createMany(ids(3), {}, true);
		expect(errorsIn(run)).toEqual([
			[{ item: 1 }, 'Detrack did not accept job "B-1": do_number is already taken'],
		]);
		expect(run.items[1]?.error?.description).toMatch(
			/^A job with this D\.O\. number exists on that date: use another number or date, or update the existing job\./,
		);
	});

	it('are never sent twice for the same day', async () => {
		const run = await createMany([{ id: 'X' }, { id: 'Y' }, { id: ' X ' }]);
		expect(errorsIn(run)).toEqual([
			[
				{ item: 2 },
				`The D.O. number "X" on ${DAY} is used by an earlier item as well. Only the first one was sent.`,
			],
		]);
		expect(await batches()).toEqual([2]);
	});

	it('may be used on several days', async () => {
		const items = [DAY, '2099-03-04'].map((date) => ({ id: 'X', date }));
		const run = await createMany(items, { date: '={{ $json.date }}', simplify: false });
		expect(run.items.map(({ json }) => [json.do_number, json.date])).toEqual([
			['X', DAY],
			['X', '2099-03-04'],
		]);
	});

	it('are needed, because jobs could not be told apart', async () => {
		const { message } = await errorOf(createMany([{ id: '' }]));
		expect(message).toMatch(/^"D\.O\. Number" is missing\. Create Many needs it/);
		expect(await detrack.requests()).toEqual([]);
	});
});

it('keeps an item that cannot be sent out of the batch', async () => {
	const items = [
		{ id: 'X', date: DAY },
		{ id: 'Y', date: 'soon' },
		{ id: 'Z', date: DAY },
	];
	const run = await createMany(items, { date: '={{ $json.date }}' });
	expect(errorsIn(run)).toEqual([
		[{ item: 1 }, 'The date in "Date" cannot be read: "soon". Write it like 2026-03-03.'],
	]);
	expect(await jobCount()).toBe(2);
});

describe('an answer that gets lost', () => {
	it.each(['reset', 'malformed', 'html', 'status'])(
		'by %s after the jobs were created: all are looked up with one search, none is sent again',
		async (kind) => {
			await detrack.fault({ kind, when: 'after', times: 1, methods: ['POST'] });
			const run = await createMany(ids(5));
			expect(errorsIn(run)).toEqual([]);
			expect(run.items.map(({ json }) => json.reference)).toEqual(ids(5).map(({ id }) => id));
			expect((await detrack.requests('POST')).map(({ path }) => path.split('/').at(-1))).toEqual([
				'bulk',
				'search',
			]);
			expect(await jobCount()).toBe(5);
		},
	);

	it('before the jobs were created: they are sent again', async () => {
		await detrack.fault({ kind: 'reset', when: 'before', times: 1, methods: ['POST'] });
		const run = await createMany(ids(5));
		expect(errorsIn(run)).toEqual([]);
		expect(await batches()).toEqual([5, 5]);
		expect(await jobCount()).toBe(5);
	});

	it('does not take an older job of the same number for the one that was sent', async () => {
		await detrack.create('B-1', { deliverToCollectFrom: 'Somebody Else' });
		await detrack.fault({ kind: 'reset', when: 'before', times: 1, methods: ['POST'] });
		const run = await createMany(ids(3));
		expect(errorsIn(run)).toEqual([
			[{ item: 1 }, 'Detrack did not accept job "B-1": do_number is already taken'],
		]);
		expect(await jobCount()).toBe(3);
	});

	it('together with the look-up: nothing is sent again, and nobody says that it failed', async () => {
		await detrack.fault({ kind: 'reset', when: 'after', methods: ['POST'] });
		const run = await createMany(ids(3), {}, true);
		expect(run.items.map(({ json }) => json.error)).toEqual(
			Array.from({ length: 3 }, () => 'Detrack may have created this job, but that is not certain'),
		);
		expect(await batches()).toEqual([3]);
	});
});

it.each([
	[401, 'code'],
	[403, 'code'],
	[403, 'html'],
])('stops at once at a key that is answered with %p as %s', async (keyStatus, errorForm) => {
	await detrack.settings({ keyStatus, errorForm });
	const run = await detrack.run('createMany', minimalJob(), {
		items: ids(300),
		continueOnFail: true,
		credential: { apiKey: 'wrong-key-wrong-key' },
	});
	expect(await batches()).toEqual([100]);
	expect(new Set(run.items.map(({ json }) => json.error))).toEqual(
		new Set(['Detrack does not accept the API key']),
	);
	expect(run.items.map(({ error }) => error?.context?.itemIndex)).toEqual(
		Array.from({ length: 300 }, (_value, index) => index),
	);
});
