import { VENDORS } from '../../../vendors';
import { Bench, type Dict, Receiver } from '../support/bench';
import { dayEnds, playDay } from './support';

let bench: Bench;
let receiver: Receiver;
beforeAll(async () => {
	bench = await Bench.start();
	receiver = await Receiver.start();
});
afterAll(async () => {
	receiver.close();
	await bench.sandbox.close();
});
beforeEach(async () => {
	await bench.control('POST', 'reset');
	receiver.received.length = 0;
	receiver.answer = () => 200;
});

// It sends more than a thousand webhooks.
jest.setTimeout(60_000);

const NAMES = VENDORS.map(({ slug }) => slug);

/** Has every service report to the receiver. */
async function listen(): Promise<void> {
	await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url('/radaro')] });
	await bench.control('PUT', 'detrack/webhooks', { urls: [receiver.url('/detrack')] });
	for (const [routigoEvent, routigoEventType] of [
		['TOUR_PLANNED', 'TOUR'],
		['ASSIGNMENT_DONE', 'ASSIGNMENT'],
	]) {
		const action = { name: 'test', url: receiver.url('/routigo'), headers: { secret: 'a-secret' } };
		await bench.control('POST', 'routigo/webhooks', { routigoEvent, routigoEventType, action });
	}
	const remote_url = receiver.url('/readycloud').replace('http:', 'https:');
	await bench.control('POST', 'readycloud/webhooks', { entity: 'orders', remote_url });
}

const state = async (): Promise<Dict> => (await bench.control('GET', 'state')).json();

it('drives jobs through all services, three each, and counts the answers', async () => {
	await listen();
	const jobs = 3 * VENDORS.length;
	const day = await playDay(bench, { jobs, seed: 7 });
	expect(day).toMatchObject({ state: 'done', seed: 7, jobsPlanned: jobs, jobs, problems: [] });
	expect(day.steps).toBe(day.stepsPlanned);
	expect(Object.keys(day.vendors)).toEqual(NAMES);
	for (const name of NAMES) {
		expect(day.vendors[name]?.jobs).toBe(3);
		const called = receiver.received.filter(({ url }) => url.startsWith(`/${name}`));
		expect(called.length).toBeGreaterThan(0);
		expect(day.vendors[name]).toMatchObject({
			sent: called.length,
			answers: { 200: called.length },
		});
	}
	expect(day.answers).toEqual({ 200: receiver.received.length });
	expect((await state()).counts).toMatchObject({ sent: receiver.received.length, refused: 0 });
});

it('has a dozen jobs unless told otherwise', async () => {
	expect(await playDay(bench, { seed: 7 })).toMatchObject({ jobsPlanned: 12, jobs: 12 });
});

it('has some of everything in it: delivered, failed, partial, on hold, rated low', async () => {
	await playDay(bench, { jobs: 4 * VENDORS.length, seed: 1 });
	const { vendors } = (await state()) as { vendors: Array<{ name: string; jobs: Dict[] }> };
	const statuses = Object.fromEntries(
		vendors.map(({ name, jobs }) => [name, jobs.map(({ status }) => status)]),
	);
	expect(statuses.radaro).toEqual(expect.arrayContaining(['delivered', 'failed']));
	expect(statuses.detrack).toEqual(
		expect.arrayContaining(['completed', 'completed_partial', 'failed', 'on_hold']),
	);
	expect(statuses.routigo).toEqual(expect.arrayContaining(['finished']));
	expect(statuses.readycloud).toEqual(expect.arrayContaining(['delivered', 'cancelled']));
	const { results } = (await bench.jobs('GET')).json<{ results: Dict[] }>();
	const ratings = results.flatMap(({ rating }) => (typeof rating === 'number' ? [rating] : []));
	expect(Math.min(...ratings)).toBeLessThanOrEqual(6);
	expect(Math.max(...ratings)).toBeGreaterThanOrEqual(7);
});

it('is the same day for the same seed, and another one for another', async () => {
	const told = async (seed: number): Promise<unknown[]> => {
		await bench.control('POST', 'reset');
		await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
		receiver.received.length = 0;
		await playDay(bench, { jobs: 20, seed });
		return receiver.bodies.map(({ topic, event_type, new_values, order_info }) => {
			const { external_id, customer, deliver_address, rating, driver } = order_info as Dict;
			const { name, email } = customer as Dict;
			const { address } = deliver_address as Dict;
			return [topic, event_type, new_values, external_id, name, email, address, rating, driver];
		});
	};
	const [first, again, other] = [await told(5), await told(5), await told(6)];
	expect(first.length).toBeGreaterThan(5);
	expect(again).toEqual(first);
	expect(other).not.toEqual(first);
});

it('goes on to the next thing only when the last one is answered', async () => {
	await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
	let open = 0;
	let most = 0;
	receiver.answer = async () => {
		most = Math.max(most, ++open);
		await new Promise((resolve) => setTimeout(resolve, 5));
		open--;
		return 200;
	};
	await playDay(bench, { jobs: 12, seed: 3 });
	expect(receiver.received.length).toBeGreaterThan(3);
	expect(most).toBe(1);
});

it('counts what is refused, and what is not answered at all', async () => {
	await bench.control('PUT', 'radaro/webhooks', {
		urls: [receiver.url(), 'http://127.0.0.1:1/'],
	});
	receiver.answer = () => 401;
	const { vendors, unheard } = await playDay(bench, { jobs: 4, seed: 3 });
	const sent = receiver.received.length;
	expect(sent).toBeGreaterThan(0);
	expect(vendors.radaro).toMatchObject({ sent: 2 * sent, answers: { 401: sent, none: sent } });
	expect(unheard).toBeGreaterThan(0);
	expect((await state()).counts).toMatchObject({
		sent: 2 * sent,
		refused: sent,
		failed: sent,
		distinctEvents: 0,
	});
});

it('tells events whose webhook is suspended from those for which nobody has asked', async () => {
	const cloud = await Bench.start({ vendors: ['readycloud'] });
	const remote_url = receiver.url('/readycloud').replace('http:', 'https:');
	await cloud.control('POST', 'readycloud/webhooks', { entity: 'orders', remote_url });
	receiver.answer = () => 500;
	// Created, paid, packed, shipped: with the fourth failure the webhook is suspended. Then comes the
	// carrier's scan, for which there is no webhook, and the delivery.
	const { vendors } = await playDay(cloud, { jobs: 1, seed: 1 });
	await cloud.sandbox.close();
	expect(vendors.readycloud).toMatchObject({ steps: 6, sent: 4, suspended: 1, unheard: 1 });
});

it('counts no step that was left out as one of which nobody was told', async () => {
	const { vendors } = await playDay(bench, { jobs: 60, seed: 11 });
	// What was sent to nobody cannot be sent again.
	const { steps = 0, unheard = 0 } = vendors.detrack ?? {};
	expect(unheard).toBeGreaterThan(0);
	expect(unheard).toBeLessThan(steps);
});

it('counts the same event, sent again, once', async () => {
	await listen();
	await playDay(bench, { jobs: 40, seed: 11 });
	const texts = receiver.received.map(({ url, text }) => url + text);
	const { counts } = (await state()) as { counts: Dict };
	expect(counts.distinctEvents).toBe(new Set(texts).size);
	expect(new Set(texts).size).toBeLessThan(texts.length);
});

it('can be stopped, and another one begun', async () => {
	await bench.control('POST', 'play', { jobs: 100, pace: 60_000 });
	expect((await bench.control('POST', 'play', {})).status).toBe(409);
	const { play } = (await bench.control('DELETE', 'play')).json<{ play: Dict }>();
	expect(play).toMatchObject({ state: 'stopped', jobs: VENDORS.length });
	expect((await playDay(bench, { jobs: 1 })).state).toBe('done');
});

it('ends with a reset, which forgets it', async () => {
	await bench.control('POST', 'play', { jobs: 100, pace: 60_000 });
	await bench.control('POST', 'reset');
	expect((await state()).play).toBeNull();
	expect((await state()).counts).toMatchObject({ jobs: 0 });
});

it('says in words what could not be done, and does the rest', async () => {
	await playDay(bench, { jobs: 4, seed: 9 });
	const day = await playDay(bench, { jobs: 4, seed: 9 });
	expect(day).toMatchObject({ state: 'done' });
	expect(day.problems.join('\n')).toContain('radaro: ');
	expect(day.steps).toBeLessThan(day.stepsPlanned);
});

it('leaves room for a driver who is on a tour already', async () => {
	const made = await bench.control('POST', 'routigo/tours', { count: 1 });
	const { id } = made.json();
	for (const step of ['plan', 'assign']) {
		await bench.control('POST', `routigo/jobs/${String(id)}/steps/${step}`, {});
	}
	expect((await playDay(bench, { jobs: 40, seed: 2 })).problems).toEqual([]);
});

it('plays two hundred jobs', async () => {
	await listen();
	const day = await playDay(bench, { jobs: 200, seed: 42 });
	expect(day).toMatchObject({ state: 'done', jobs: 200, problems: [] });
	expect(day.answers).toEqual({ 200: receiver.received.length });
	expect(receiver.received.length).toBeGreaterThan(600);
});

it('plays with the services that there are', async () => {
	const small = await Bench.start({ vendors: ['readycloud'] });
	const day = await playDay(small, { jobs: 3, seed: 4 });
	await small.sandbox.close();
	expect(day).toMatchObject({ jobs: 3, problems: [], vendors: { readycloud: { jobs: 3 } } });
});

it('ends with the sandbox', async () => {
	const other = await Bench.start();
	await other.control('POST', 'play', { jobs: 50, pace: 60_000 });
	await other.sandbox.close();
	await expect(dayEnds(other)).rejects.toThrow();
});

it.each([
	[{ jobs: 0 }, 'jobs'],
	[{ jobs: 1001 }, 'jobs'],
	[{ jobs: 1.5 }, 'jobs'],
	[{ seed: -1 }, 'seed'],
	[{ pace: -1 }, 'pace'],
	[{ speed: 1 }, 'speed'],
])('refuses %j in words', async (options, word) => {
	const reply = await bench.control('POST', 'play', options);
	expect(reply.status).toBe(400);
	expect(reply.json().error).toContain(word);
	expect((await bench.control('GET', 'play')).json()).toEqual({ play: null });
});
