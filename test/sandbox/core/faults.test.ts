import { RequestLog } from '../../../sandbox/core/requests';
import { RADARO_KEY } from '../../../sandbox/radaro/defaults';
import { Bench, type Dict, minimal } from '../support/bench';

let bench: Bench;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.control('POST', 'reset'));

const fault = async (body: Dict): Promise<void> => {
	const reply = await bench.control('POST', 'radaro/faults', body);
	if (reply.status !== 201) throw new Error(reply.text);
};
const create = (): ReturnType<Bench['jobs']> => bench.jobs('POST', '', minimal('A-1'));
const count = async (): Promise<unknown> => {
	await bench.control('DELETE', 'radaro/faults');
	return (await bench.jobs('GET')).json().count;
};

describe.each([
	['before', 0],
	['after', 1],
])('%s processing', (when, jobs) => {
	it('status, with Retry-After', async () => {
		await fault({ kind: 'status', when, status: 429, retryAfter: 7 });
		const reply = await create();
		expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '7']);
		expect(await count()).toBe(jobs);
	});

	it('status, without Retry-After', async () => {
		await fault({ kind: 'status', when });
		const reply = await create();
		expect([reply.status, reply.headers.get('retry-after')]).toEqual([500, null]);
	});

	it('reset', async () => {
		await fault({ kind: 'reset', when });
		await expect(create()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
		expect(await count()).toBe(jobs);
	});

	it('timeout', async () => {
		await fault({ kind: 'timeout', when });
		const url = `${bench.sandbox.url}/radaro/api/webhooks/jobs/?key=${RADARO_KEY}`;
		const body = JSON.stringify(minimal('A-1'));
		const headers = { 'content-type': 'application/json' };
		const signal = AbortSignal.timeout(200);
		await expect(fetch(url, { method: 'POST', body, headers, signal })).rejects.toThrow(/timeout/);
		expect(await count()).toBe(jobs);
	});

	it('malformed', async () => {
		await fault({ kind: 'malformed', when });
		const reply = await create();
		expect(reply.status).toBe(when === 'before' ? 200 : 201);
		expect(reply.headers.get('content-type')).toContain('application/json');
		expect(() => reply.json()).toThrow(SyntaxError);
		expect(await count()).toBe(jobs);
	});

	it('html', async () => {
		await fault({ kind: 'html', when });
		const reply = await create();
		expect([reply.status, reply.headers.get('content-type')]).toEqual([
			502,
			'text/html; charset=utf-8',
		]);
		expect(await count()).toBe(jobs);
	});

	it('expiredKey', async () => {
		await fault({ kind: 'expiredKey', when });
		expect((await create()).status).toBe(401);
	});

	it('keyEcho', async () => {
		await fault({ kind: 'keyEcho', when });
		expect((await create()).json().detail).toContain(`jobs/?key=${RADARO_KEY}`);
	});

	it('slow', async () => {
		await fault({ kind: 'slow', when, ms: 120 });
		const started = performance.now();
		expect((await create()).status).toBe(201);
		expect(performance.now() - started).toBeGreaterThan(110);
	});
});

it('breaks the answer to DELETE as well', async () => {
	await create();
	await fault({ kind: 'malformed', when: 'after', methods: ['delete'] });
	const reply = await bench.jobs('DELETE', 'A-1/');
	expect(() => reply.json()).toThrow(SyntaxError);
	expect(await count()).toBe(0);
});

it('goes on until cleared, or as often as told', async () => {
	await fault({ kind: 'status', status: 503, times: 2 });
	const statuses = [];
	for (let index = 0; index < 3; index++) statuses.push((await bench.jobs('GET')).status);
	expect(statuses).toEqual([503, 503, 200]);
	await fault({ kind: 'status' });
	expect((await bench.control('GET', 'radaro/faults')).json()).toHaveLength(1);
	expect((await bench.jobs('GET')).status).toBe(500);
	await bench.control('DELETE', 'radaro/faults');
	expect((await bench.jobs('GET')).status).toBe(200);
});

it('can be limited to methods and paths, unknown paths included', async () => {
	await fault({ kind: 'status', methods: ['POST'], path: '/jobs/' });
	expect((await bench.jobs('GET')).status).toBe(200);
	expect((await create()).status).toBe(500);
	await fault({ kind: 'status', status: 418, path: '/drivers/' });
	expect((await bench.api('GET', '/api/webhooks/drivers/')).status).toBe(418);
});

it('can have each so many-th request of those that it fits', async () => {
	await fault({ kind: 'status', every: 3, methods: ['GET'] });
	const statuses = [];
	for (let index = 0; index < 7; index++) statuses.push((await bench.jobs('GET')).status);
	expect(statuses).toEqual([200, 200, 500, 200, 200, 500, 200]);
	expect((await create()).status).toBeLessThan(300);
});

it('refuses what is no fault', async () => {
	const reply = await bench.control('POST', 'radaro/faults', { kind: 'earthquake' });
	expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('kind')]);
});

it('is told in the request log', async () => {
	await fault({ kind: 'reset', when: 'after', times: 1 });
	await create().catch(() => undefined);
	await create();
	const entries = (await bench.control('GET', 'radaro/requests')).json<Dict[]>();
	expect(entries.map((each) => [each.method, each.path, each.status, each.fault])).toEqual([
		['POST', '/radaro/api/webhooks/jobs/', null, 'reset after'],
		['POST', '/radaro/api/webhooks/jobs/', 400, null],
	]);
	expect(entries[0]).toMatchObject({ query: {}, body: minimal('A-1') });
	await bench.control('DELETE', 'radaro/requests');
	expect((await bench.control('GET', 'radaro/requests')).json()).toEqual([]);
});

it('keeps the last 5,000 requests, and counts all of them', () => {
	const log = new RequestLog();
	for (let number = 1; number <= 5002; number++) {
		log.add({ ...entry, path: `/${number}` });
	}
	expect([log.count, log.all().length, log.all()[0]?.path]).toEqual([5002, 5000, '/3']);
	log.clear();
	expect([log.count, log.all()]).toEqual([0, []]);
});

it('tells how many requests there were', async () => {
	await create();
	await create();
	const count = async () => (await bench.control('GET', 'radaro/requests/count')).json();
	expect(await count()).toEqual({ count: 2 });
	await bench.control('DELETE', 'radaro/requests');
	expect(await count()).toEqual({ count: 0 });
});

const entry = {
	at: '2026-03-03T00:00:00Z',
	method: 'GET',
	query: {},
	body: null,
	status: 200,
	fault: null,
};
