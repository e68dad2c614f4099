import { Bench, type Dict, minimal } from '../support/bench';

let bench: Bench;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.control('POST', 'reset'));

describe('pending jobs', () => {
	const pending = { status: 'pending', customer: { name: 'A', phone: '+61390001111' } };
	it('need the status to be enabled', async () => {
		const reply = await bench.jobs('POST', '', minimal('A-1', { ...pending, delivery_zone: 501 }));
		expect(reply.json()).toEqual({ status: [expect.stringContaining('not enabled')] });
	});

	it.each([
		['a zone', { delivery_zone: 501 }, 201],
		['an unknown zone', { delivery_zone: 9 }, 400],
		['a post code in a zone', { deliver_address: { address: 'x', post_code: '3220' } }, 201],
		['a post code elsewhere', { deliver_address: { address: 'x', post_code: '9999' } }, 400],
		['neither', {}, 400],
		['no phone', { delivery_zone: 501, customer: { name: 'A' } }, 400],
	])('with %s', async (_what, change, status) => {
		await bench.settings({ pendingEnabled: true });
		const reply = await bench.jobs('POST', '', minimal('A-1', { ...pending, ...change }));
		expect(reply.status).toBe(status);
		if (status === 201) expect(reply.json()).toHaveProperty('delivery_zone');
	});
});

describe('what 201 answers', () => {
	it.each([
		[
			'same',
			expect.objectContaining({ external_id: 'A-1' }),
			[expect.any(Object), expect.any(Object)],
		],
		['array', [expect.any(Object)], [expect.any(Object), expect.any(Object)]],
		[
			'object',
			expect.objectContaining({ external_id: 'A-1' }),
			{ count: 2, results: expect.any(Array) },
		],
		['string', 'Job created.', '2 jobs created.'],
		['empty', undefined, undefined],
	])('%s', async (createAnswer, one, several) => {
		await bench.settings({ createAnswer });
		const parse = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));
		const single = await bench.jobs('POST', '', minimal('A-1'));
		const bulk = await bench.jobs('POST', '', [minimal('B-1'), minimal('B-2')]);
		expect([single.status, bulk.status]).toEqual([201, 201]);
		expect(parse(single.text)).toEqual(one);
		expect(parse(bulk.text)).toEqual(several);
	});
});

describe('creating several with a bad one among them', () => {
	const batch = [minimal('B-1'), minimal('B-1'), minimal('B-2')];
	const count = async (): Promise<unknown> => (await bench.jobs('GET')).json().count;

	it('refuses all by default, with errors in the order of the jobs', async () => {
		const reply = await bench.jobs('POST', '', batch);
		expect(reply.status).toBe(400);
		expect(reply.json()).toEqual([{}, { external_id: [expect.any(String)] }, {}]);
		expect(await count()).toBe(0);
	});

	it('names the job where errors have no fields', async () => {
		await bench.settings({ errorForm: 'detail' });
		const { detail } = (await bench.jobs('POST', '', batch)).json();
		expect(detail).toMatch(/^Job 2: external_id:/);
	});

	it('creates the good ones when partial', async () => {
		await bench.settings({ batchFailure: 'partial' });
		const reply = await bench.jobs('POST', '', batch);
		expect(reply.status).toBe(201);
		const [first, second] = reply.json<Dict[]>();
		expect(first).toMatchObject({ external_id: 'B-1' });
		expect(second).toEqual({ errors: { external_id: [expect.any(String)] } });
		expect(await count()).toBe(2);
	});

	it('leaves the bad ones out when partialOmit', async () => {
		await bench.settings({ batchFailure: 'partialOmit' });
		const jobs = (await bench.jobs('POST', '', batch)).json<Dict[]>();
		expect(jobs.map((job) => job.external_id)).toEqual(['B-1', 'B-2']);
	});

	it('has a limit when set so', async () => {
		await bench.settings({ batchLimit: 2 });
		expect((await bench.jobs('POST', '', batch)).status).toBe(413);
		expect((await bench.jobs('POST', '', [minimal('C-1'), minimal('C-2')])).status).toBe(201);
	});
});
