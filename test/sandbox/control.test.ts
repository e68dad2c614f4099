import { request } from 'node:http';

import { RADARO_KEY } from '../../sandbox/radaro/defaults';
import { Bench, type Dict, http, minimal, Receiver } from './support/bench';

let bench: Bench;
let rows: () => Promise<Dict[]>;
const links = [{ label: 'n8n', url: 'http://localhost:5678' }];
const vendors = ['radaro', 'readycloud'] as const;
beforeAll(async () => void (bench = await Bench.start({ rows: () => rows(), links, vendors })));
afterAll(() => bench.sandbox.close());
beforeEach(async () => {
	rows = async () => [{ reference: 'A-1', status: 'delivered' }];
	await bench.control('POST', 'reset');
});

/** `fetch` does not let a test choose `Host`. */
function statusWith(path: string, headers: Record<string, string>): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const call = request(`${bench.sandbox.url}${path}`, { headers }, (response) => {
			response.resume();
			resolve(response.statusCode);
		});
		call.on('error', reject).end();
	});
}

describe('who may drive it', () => {
	it.each(['https://evil.example', 'null', 'http://localhost:1'])(
		'not a page from %s',
		async (origin) => {
			const url = `${bench.sandbox.url}/control/reset`;
			expect((await http(url, 'POST', {}, { origin })).status).toBe(403);
			expect(
				(await http(`${bench.sandbox.url}/control/radaro/jobs`, 'POST', {}, { origin })).status,
			).toBe(403);
			const api = `${bench.sandbox.url}/radaro/api/webhooks/jobs/?key=${RADARO_KEY}`;
			expect((await http(api, 'POST', minimal('A-1'), { origin })).status).toBe(403);
			expect(
				(await bench.control('GET', 'state')).json<{ vendors: Dict[] }>().vendors[0],
			).toMatchObject({ jobCount: 0 });
		},
	);

	it('its own page', async () => {
		const origin = bench.sandbox.url;
		const reply = await http(`${origin}/control/radaro/jobs`, 'POST', {}, { origin });
		expect(reply.status).toBe(201);
	});

	it('nobody under another name', async () => {
		for (const path of ['/control/state', '/', '/page.js']) {
			expect(await statusWith(path, { host: 'evil.example' })).toBe(403);
			expect(await statusWith(path, { host: 'localhost:5700' })).toBe(200);
		}
	});
});

it('shows everything in one state', async () => {
	const receiver = await Receiver.start();
	const url = receiver.url();
	await bench.control('PUT', 'radaro/webhooks', { urls: [url] });
	await bench.control('POST', 'radaro/jobs', { external_id: 'A-1', customer: { name: 'Ada' } });
	const state = (await bench.control('GET', 'state')).json();
	receiver.close();
	expect(state).toMatchObject({
		vendors: [
			{
				name: 'radaro',
				label: 'Radaro',
				jobCount: 1,
				jobs: [{ title: 'A-1', status: 'not_assigned', statusLabel: 'Not Assigned' }],
				webhooks: { urls: [url], tokenHint: '••••42' },
			},
			{ name: 'readycloud', label: 'ReadyCloud', jobCount: 0, webhooks: null, registered: [] },
		],
		deliveries: [{ event: 'created', status: 200 }],
		deliveryCount: 1,
		inbox: [],
		rows: [{ reference: 'A-1', status: 'delivered' }],
		rowsError: null,
		links,
	});
	const [vendor] = state.vendors as Array<{ jobs: Array<{ steps: Array<{ name: string }> }> }>;
	expect(vendor?.jobs[0]?.steps.map((step) => step.name)).toEqual([
		'assign',
		'fail',
		'deliverBefore',
		'items',
		'repeat',
		'delete',
	]);
});

it('keeps the last rows when they can’t be read, and says so', async () => {
	await bench.control('GET', 'rows');
	rows = () => Promise.reject(new Error('401'));
	expect((await bench.control('GET', 'rows')).json()).toEqual({
		rows: [{ reference: 'A-1', status: 'delivered' }],
		rowsError: "The rows can't be read at the moment: 401",
	});
});

it('is not held up by rows that take long', async () => {
	await bench.control('GET', 'rows');
	rows = () => new Promise(() => undefined);
	const reply = await bench.control('GET', 'state');
	expect(reply.json().rows).toHaveLength(1);
});

it.each([
	['PATCH', 'radaro/settings', { createAnswer: 'poem' }, 'createAnswer'],
	['PATCH', 'radaro/settings', { creatAnswer: 'same' }, 'creatAnswer'],
	['PATCH', 'radaro/settings', { timeZone: 'Mars/Base' }, 'timeZone'],
	['PATCH', 'radaro/settings', [], 'object'],
	['PUT', 'radaro/webhooks', { urls: ['ftp://x'] }, '“ftp://x” is not a web address'],
	['PUT', 'radaro/webhooks', { urls: ['somewhere'] }, '“somewhere” is not a web address'],
	['PUT', 'radaro/webhooks', { urls: [], token: 'abc' }, 'token'],
	['POST', 'radaro/keys', { key: 'short' }, 'key'],
	['POST', 'radaro/jobs', { driver: 1 }, 'driver'],
	['POST', 'clock', { advanceSeconds: -1 }, 'advanceSeconds'],
])('%s %s refuses %j in words', async (method, path, body, word) => {
	const reply = await bench.control(method, path, body);
	expect(reply.status).toBe(400);
	expect(reply.json().error).toContain(word);
});

it('resets everything', async () => {
	await bench.settings({ createAnswer: 'empty' });
	await bench.control('PUT', 'radaro/webhooks', {
		urls: ['http://127.0.0.1:9'],
		token: 'another-token',
	});
	await bench.control('POST', 'radaro/faults', { kind: 'status' });
	await bench.control('POST', 'radaro/keys', { key: 'a-third-key' });
	await bench.control('POST', 'radaro/jobs', {});
	await bench.jobs('GET');
	await bench.control('POST', 'clock', { advanceSeconds: 1000 });
	await bench.control('POST', 'reset');
	const get = async (path: string): Promise<unknown> => (await bench.control('GET', path)).json();
	expect(await get('radaro/settings')).toMatchObject({ createAnswer: 'same' });
	expect(await get('radaro/webhooks')).toEqual({ urls: [], tokenHint: '••••42' });
	for (const path of ['radaro/faults', 'radaro/requests', 'deliveries', 'inbox']) {
		expect(await get(path)).toEqual([]);
	}
	expect(await get('radaro/keys')).toHaveLength(3);
	const { now } = (await bench.control('GET', 'state')).json<{ now: string }>();
	expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(5000);
});

it('serves the page under a strict policy', async () => {
	const page = await http(`${bench.sandbox.url}/`);
	expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
	const files = [...page.text.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map((match) => match[1]);
	expect(files.length).toBeGreaterThan(3);
	for (const file of files) expect((await http(`${bench.sandbox.url}${file}`)).status).toBe(200);
});
