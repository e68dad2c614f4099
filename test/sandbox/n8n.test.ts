import { Bench, http, Receiver } from './support/bench';
import type { Standstill } from '../../sandbox/n8n';
import { FakeN8n } from './support/fakeN8n';

const n8n = new FakeN8n();
const rows = [{ eventId: 'a', jobId: '1' }];
let bench: Bench;
let receiver: Receiver;
beforeAll(async () => {
	bench = await Bench.start({ n8n, rows: async () => rows });
	receiver = await Receiver.start();
});
afterAll(async () => {
	receiver.close();
	await bench.sandbox.close();
});
beforeEach(async () => {
	n8n.forget();
	await bench.control('POST', 'reset');
	receiver.answer = () => 200;
});

interface Tour {
	id: string;
	job: { shipments: Array<{ order: { identifier: string } }> };
}

const shown = async () =>
	(await bench.control('GET', 'state')).json<{ n8n: Record<string, unknown> | null }>().n8n;

it('is stopped and started, each only where it is possible', async () => {
	const first = await bench.control('POST', 'n8n/stop');
	expect([first.status, first.json()]).toEqual([202, { status: 'stopping', problem: null }]);
	for (const action of ['stop', 'kill', 'start']) {
		const refused = await bench.control('POST', `n8n/${action}`);
		expect([refused.status, refused.json()]).toEqual([
			409,
			{ error: "That can't be done now, because n8n is stopping." },
		]);
	}
	n8n.status = 'stopped';
	expect((await bench.control('POST', 'n8n/start')).status).toBe(202);
	n8n.status = 'running';
	expect((await bench.control('POST', 'n8n/start')).status).toBe(409);
	expect((await bench.control('POST', 'n8n/kill')).status).toBe(202);
	expect(n8n.told).toEqual(['stop', 'start', 'kill']);
});

it('is not stopped by a page from elsewhere', async () => {
	for (const action of ['stop', 'kill', 'start']) {
		const url = `${bench.sandbox.url}/control/n8n/${action}`;
		const reply = await http(url, 'POST', {}, { origin: 'https://evil.example' });
		expect(reply.status).toBe(403);
	}
	expect(n8n.told).toEqual([]);
});

it('says how many calls failed while it did not run', async () => {
	await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
	receiver.answer = () => 500;
	await bench.control('POST', 'radaro/jobs', {});
	expect(await shown()).toMatchObject({ status: 'running', missed: 0 });
	await bench.control('POST', 'n8n/stop');
	await bench.control('POST', 'radaro/jobs', {});
	await bench.control('POST', 'radaro/jobs', {});
	expect(await shown()).toMatchObject({ status: 'stopping', missed: 2 });
	n8n.status = 'running';
	await bench.control('POST', 'radaro/jobs', {});
	expect(await shown()).toMatchObject({ status: 'running', missed: 2 });
	await bench.control('POST', 'n8n/kill');
	expect(await shown()).toMatchObject({ missed: 0 });
	await bench.control('POST', 'radaro/jobs', {});
	expect(await shown()).toMatchObject({ missed: 1 });
	await bench.control('POST', 'reset');
	expect(await shown()).toMatchObject({ missed: 0 });
});

it('is shown what there is: jobs, rows, mails and records', async () => {
	n8n.arrivals = [{ place: 'Sheet', what: 'jobs', have: 0, of: 4 }];
	const customer = { name: 'Ada', email: 'ada@example.com' };
	await bench.control('POST', 'radaro/jobs', { external_id: 'SO-1', customer });
	await bench.control('POST', 'detrack/jobs', { do_number: 'DO-1' });
	for (const step of ['dispatch', 'assign', 'complete']) {
		await bench.control('POST', `detrack/jobs/DO-1/steps/${step}`);
	}
	await bench.control('POST', 'readycloud/orders', { primary_id: 'WEB-1' });
	const contact = await bench.control('POST', 'readycloud/contacts', {});
	expect(contact.status).toBe(201);
	const tour = await bench.control('POST', 'routigo/tours', {});
	const { id, job } = tour.json<Tour>();
	for (const step of ['plan', 'assign', 'start']) {
		await bench.control('POST', `routigo/jobs/${id}/steps/${step}`);
	}
	expect(await shown()).toMatchObject({ arrived: n8n.arrivals });
	const states = n8n.seen?.jobs.map(({ vendor, reference, status, isDelivered }) => [
		vendor,
		reference,
		status,
		isDelivered,
	]);
	// A tour's orders have a state of their own only when they are done.
	expect(states).toEqual([
		['radaro', 'SO-1', 'not_assigned', false],
		['detrack', 'DO-1', 'completed', true],
		['readycloud', 'WEB-1', 'new', false],
	]);
	expect(n8n.seen?.jobs[0]?.email).toBe('ada@example.com');
	// What the driver does first is a pick-up.
	for (const step of ['done', 'done']) {
		await bench.control('POST', `routigo/jobs/${id}/steps/${step}`);
	}
	await shown();
	const reference = job.shipments[0]?.order.identifier;
	expect(n8n.seen?.jobs.filter(({ vendor }) => vendor === 'routigo')).toEqual([
		expect.objectContaining({ reference, status: 'DELIVERED', isDelivered: false }),
		expect.objectContaining({ reference, status: 'DELIVERED', isDelivered: true }),
	]);
	expect(n8n.seen?.rows).toEqual(rows);
	expect(n8n.seen?.records.map(({ doctype }) => doctype)).toContain('Sales Order');
});

describe('when something is missing', () => {
	const arrival = (have: number, of = 4) => ({ place: 'Sheet', what: 'jobs', have, of });
	const mails = (have: number) => ({ place: 'Mails', what: 'customers', have, of: 9 });
	const advance = (advanceSeconds: number) => bench.control('POST', 'clock', { advanceSeconds });
	const standstill = async () => (await shown())?.standstill;
	const failure = (minutesAgo: number) => ({
		workflow: `Reader ${minutesAgo}`,
		at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
		url: 'http://127.0.0.1:5678/workflow/r1/executions/7',
	});

	it('says after a minute that nothing arrives any more, with what failed lately', async () => {
		n8n.arrivals = [arrival(2)];
		n8n.failed = [failure(3), failure(20)];
		expect(await standstill()).toBeNull();
		await advance(50);
		expect(await standstill()).toBeNull();
		await advance(15);
		const { places, since, failures } = (await standstill()) as Standstill;
		expect(places).toEqual(['Sheet']);
		expect(Math.abs(Date.now() - Date.parse(since))).toBeLessThan(30_000);
		expect(failures).toEqual([n8n.failed[0]]);
	});

	it('says so also while there is more to come, and other things arrive', async () => {
		n8n.arrivals = [arrival(2), mails(1)];
		await shown();
		await advance(40);
		n8n.arrivals = [arrival(2, 5), mails(2)];
		await shown();
		await advance(25);
		expect(await standstill()).toMatchObject({ places: ['Sheet'] });
	});

	it('waits a minute from the moment at which something was missing', async () => {
		n8n.arrivals = [arrival(4)];
		await shown();
		await advance(3600);
		await shown();
		n8n.arrivals = [arrival(4, 5)];
		await shown();
		await advance(55);
		expect(await standstill()).toBeNull();
		await advance(10);
		expect(await standstill()).toMatchObject({ places: ['Sheet'] });
	});

	it.each([
		['something arrives', () => void (n8n.arrivals = [arrival(3)])],
		['nothing is missing', () => void (n8n.arrivals = [arrival(4)])],
		['n8n does not run', () => void (n8n.status = 'stopped')],
	])('says no longer so once %s', async (_what, change) => {
		n8n.arrivals = [arrival(2)];
		await shown();
		await advance(65);
		expect(await standstill()).toMatchObject({ places: ['Sheet'], failures: [] });
		change();
		expect(await standstill()).toBeNull();
	});
});

it('is not there where the sandbox runs alone', async () => {
	const alone = await Bench.start();
	const reply = await alone.control('POST', 'n8n/stop');
	expect([reply.status, reply.json()]).toEqual([
		404,
		{ error: 'The sandbox runs alone: no n8n was started along with it.' },
	]);
	const state = (await alone.control('GET', 'state')).json<{ n8n: unknown }>();
	expect(state.n8n).toBeNull();
	await alone.sandbox.close();
});
