import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Bench, type Dict, http, Receiver } from './support/bench';

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
	receiver.answerText = '{"received":true}';
});

const NOWHERE = 'http://127.0.0.1:1/webhook/a/b';

interface Column {
	name: string;
	kinds: Array<{ word: string; count: number }>;
	webhooks: Dict | null;
	registered: Dict[] | null;
}
const columnOf = async (vendor: string, of = bench): Promise<Column> => {
	const { vendors } = (await of.control('GET', 'state')).json<{ vendors: Column[] }>();
	const found = vendors.find(({ name }) => name === vendor);
	if (!found) throw new Error(`no column ${vendor}`);
	return found;
};
const put = (vendor: string, body: Dict) => bench.control('PUT', `${vendor}/webhooks`, body);
const faultsOf = async (vendor: string, body: Dict): Promise<Dict> =>
	(await put(vendor, body)).json<{ fields: Dict }>().fields;

/** Of a tour, RoutiGo tells when it is planned. */
async function planTour(): Promise<string> {
	const { id } = (await bench.control('POST', 'routigo/tours', {})).json();
	await bench.control('POST', `routigo/jobs/${String(id)}/steps/plan`);
	return String(id);
}

describe.each(['radaro', 'detrack'])('addresses that a person pastes at %s', (vendor) => {
	it('are refused with what is wrong, by the field', async () => {
		const { urls } = await faultsOf(vendor, { urls: ['somewhere'] });
		expect(urls).toBe('“somewhere” is not a web address, which begins with http:// or https://.');
		const secret = vendor === 'radaro' ? 'token' : 'password';
		const both = await faultsOf(vendor, { urls: ['ftp://a.example'], [secret]: 'x' });
		expect(both.urls).toContain('“ftp://a.example” is not a web address,');
		expect(both[secret]).toContain('has at least 6 characters.');
		expect(Object.keys(both)).toEqual(['urls', secret]);
	});

	it.each([
		['http://joe:pass-word@n8n.example/webhook/a', 'has a user name or a password in front'],
		[`http://n8n.example/webhook/${'a'.repeat(2000)}`, '…” has 2027 characters'],
	])('are refused where they cannot be one of n8n: %.40s', async (url, why) => {
		const { urls } = await faultsOf(vendor, { urls: [url] });
		expect(urls).toContain(why);
		expect(urls).not.toContain('pass-word');
		expect(String(urls).length).toBeLessThan(250);
	});

	it('may be of any script, and are called as a browser would', async () => {
		const url = receiver.url('/webhook/Zustellung-ü');
		expect((await put(vendor, { urls: [url] })).status).toBe(200);
		await bench.control('POST', `${vendor}/jobs`, {});
		expect(receiver.received[0]?.url).toBe('/webhook/Zustellung-%C3%BC');
	});

	it('come back with all else as at the start', async () => {
		const demo = receiver.url('/webhook/demo');
		await bench.control('PUT', `${vendor}/demo`, { url: demo });
		expect((await columnOf(vendor)).webhooks).toMatchObject({
			urls: [demo],
			demo: { url: demo, isCalled: true },
			isAtStart: true,
		});
		const secret = vendor === 'radaro' ? 'token' : 'password';
		await put(vendor, { urls: [NOWHERE], [secret]: 'another-secret' });
		await bench.control('PUT', `${vendor}/testing`, { isOn: true });
		expect((await columnOf(vendor)).webhooks).toMatchObject({
			urls: [NOWHERE],
			demo: { url: demo, isCalled: false },
			isAtStart: false,
		});
		await bench.control('POST', `${vendor}/webhooks/restore`);
		expect((await columnOf(vendor)).webhooks).toMatchObject({
			urls: [demo],
			tokenHint: vendor === 'radaro' ? '••••42' : '••••07',
			isAtStart: true,
			isTesting: false,
		});
	});

	it('come with a secret that is shown to who asks for it, and to no page from elsewhere', async () => {
		const secret = async (headers = {}) =>
			await http(
				`${bench.sandbox.url}/control/${vendor}/webhooks/secret`,
				'GET',
				undefined,
				headers,
			);
		const field = vendor === 'radaro' ? 'token' : 'password';
		await put(vendor, { urls: [], [field]: 'another-secret' });
		expect((await secret()).json()).toEqual({ secret: 'another-secret' });
		expect((await secret({ origin: 'https://evil.example' })).status).toBe(403);
	});

	it('stay where nobody has started a workflow along with the sandbox', async () => {
		const secret = vendor === 'radaro' ? 'token' : 'password';
		await put(vendor, { urls: [NOWHERE], [secret]: 'another-secret' });
		expect((await columnOf(vendor)).webhooks).toMatchObject({ demo: null, isAtStart: false });
		await bench.control('POST', `${vendor}/webhooks/restore`);
		const { webhooks } = await columnOf(vendor);
		expect(webhooks).toMatchObject({ urls: [NOWHERE], isAtStart: true });
	});

	it('know the demo again after a restart', async () => {
		const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');
		const first = await Bench.start({ stateFile });
		await first.control('PUT', `${vendor}/demo`, { url: receiver.url('/webhook/1') });
		await first.sandbox.close();
		const second = await Bench.start({ stateFile });
		await second.control('PUT', `${vendor}/demo`, { url: receiver.url('/webhook/2') });
		const { webhooks } = await columnOf(vendor, second);
		await second.sandbox.close();
		expect(webhooks).toMatchObject({ urls: [receiver.url('/webhook/2')], isAtStart: true });
	});

	it('stay empty where a person has emptied them', async () => {
		await bench.control('PUT', `${vendor}/demo`, { url: NOWHERE });
		await put(vendor, { urls: [] });
		const reply = await bench.control('PUT', `${vendor}/demo`, { url: NOWHERE });
		expect(reply.json()).toEqual({ url: NOWHERE, isCalled: false });
		expect((await columnOf(vendor)).webhooks).toMatchObject({ urls: [] });
	});
});

it('tells each address what came of its own last call, and each test address', async () => {
	const there = receiver.url('/webhook/a/b');
	await put('radaro', { urls: [there, NOWHERE] });
	const called = async (): Promise<unknown[]> => {
		const { webhooks } = await columnOf('radaro');
		const all = webhooks?.called as Array<{ url: string; last: Dict | null }>;
		return all.map(({ url, last }) => [url, last?.outcome ?? null]);
	};
	expect(await called()).toEqual([
		[there, null],
		[NOWHERE, null],
	]);
	await bench.control('POST', 'radaro/jobs', {});
	await bench.control('PUT', 'radaro/testing', { isOn: true });
	expect(await called()).toEqual([
		[there, 'started'],
		[NOWHERE, 'failed'],
		[receiver.url('/webhook-test/a/b'), null],
		['http://127.0.0.1:1/webhook-test/a/b', null],
	]);
	receiver.answer = () => 404;
	await bench.control('POST', 'radaro/jobs', {});
	expect(await called()).toEqual([
		[there, 'refused'],
		[NOWHERE, 'failed'],
		[receiver.url('/webhook-test/a/b'), 'notListening'],
		['http://127.0.0.1:1/webhook-test/a/b', 'failed'],
	]);
});

it('names no more than some of many bad addresses', async () => {
	const urls = Array.from({ length: 40 }, (_each, index) => `bad-${index}`);
	const { urls: sentence } = await faultsOf('radaro', { urls });
	expect(sentence).toContain('“bad-2” is not');
	expect(sentence).not.toContain('bad-3');
	expect(sentence).toMatch(/There are 37 more\.$/);
});

it('tells each registered webhook what came of its own last call', async () => {
	const hook = (path: string, routigoEvent: string) => ({
		routigoEvent,
		routigoEventType: 'TOUR',
		action: { name: path, url: receiver.url(path), queryParameters: { k: 'value-of-key' } },
	});
	await bench.control('POST', 'routigo/webhooks', hook('/1', 'TOUR_PLANNED'));
	await bench.control('POST', 'routigo/webhooks', hook('/2', 'TOUR_STARTED'));
	const remote_url = receiver.url('/3').replace('http:', 'https:');
	await bench.control('POST', 'readycloud/webhooks', { entity: 'orders', remote_url });
	receiver.answer = () => 401;
	await planTour();
	await bench.control('POST', 'readycloud/orders', {});
	const own = async (vendor: string): Promise<unknown[]> =>
		((await columnOf(vendor)).registered ?? [])
			.filter(({ isForeign }) => !isForeign)
			.map(({ last }) => (last as Dict | null)?.outcome ?? null);
	expect(await own('routigo')).toEqual(['refused', null]);
	expect(await own('readycloud')).toEqual(['refused']);
	// Sent elsewhere by hand, it is no call of this webhook.
	const [{ id } = {}] = (await bench.control('GET', 'deliveries')).json<Dict[]>();
	receiver.answer = () => 200;
	await bench.control('POST', `deliveries/${String(id)}/send`, { url: receiver.url('/else') });
	expect(await own('readycloud')).toEqual(['refused']);
	await bench.control('POST', `deliveries/${String(id)}/send`, {});
	expect(await own('readycloud')).toEqual(['started']);
});

it('forgets what happened, and leaves how all is set up', async () => {
	const demo = receiver.url('/webhook/demo');
	for (const vendor of ['radaro', 'detrack']) {
		await bench.control('PUT', `${vendor}/demo`, { url: demo });
	}
	await bench.control('PATCH', 'readycloud/settings', { httpsOnly: false });
	const webhook = { entity: 'orders', remote_url: receiver.url('/cloud') };
	await bench.control('POST', 'readycloud/webhooks', webhook);
	const action = { name: 'Mine', url: receiver.url('/routigo') };
	const config = { routigoEvent: 'TOUR_PLANNED', routigoEventType: 'TOUR', action };
	await bench.control('POST', 'routigo/webhooks', config);
	const make = async (): Promise<string[]> => {
		const paths = ['radaro/jobs', 'detrack/jobs', 'readycloud/orders'];
		const made = paths.map(async (path) => (await bench.control('POST', path, {})).json().id);
		return [await planTour(), ...(await Promise.all(made)).map(String)];
	};
	const first = await make();
	expect(receiver.received).toHaveLength(4);
	expect((await bench.control('POST', 'forget')).status).toBe(204);
	const { counts } = (await bench.control('GET', 'state')).json<{ counts: Dict }>();
	expect(counts).toMatchObject({ jobs: 0, sent: 0, erpRecords: 0 });
	const second = await make();
	expect(receiver.received).toHaveLength(8);
	// Receivers would take a job of the same number for one that they know.
	expect(first.filter((id) => second.includes(id))).toEqual([]);
});

it('counts each kind by its name', async () => {
	for (const path of ['routigo/tours', 'routigo/orders', 'readycloud/contacts']) {
		await bench.control('POST', path, {});
	}
	const counts = async (vendor: string) => (await columnOf(vendor)).kinds;
	expect((await counts('routigo')).map(({ word }) => word)).toEqual(['tour', 'order']);
	expect((await counts('routigo'))[0]).toEqual({ word: 'tour', count: 1 });
	expect(await counts('readycloud')).toEqual([
		{ word: 'order', count: 0 },
		{ word: 'contact', count: 1 },
	]);
});
