import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	DETRACK_API_KEY,
	DETRACK_SUB_USER_KEY,
	DETRACK_WEBHOOK_HEADER_VALUE,
	DETRACK_WEBHOOK_PASSWORD,
} from '../../../sandbox/detrack/defaults';
import { Bench, type Dict, Receiver } from '../support/bench';
import { Track } from './support';

interface State {
	vendors: Array<Dict & { jobs: Array<Dict & { steps: Array<{ name: string }> }> }>;
}
const columnOf = async (track: Track): Promise<State['vendors'][number] | undefined> =>
	(await track.bench.control('GET', 'state'))
		.json<State>()
		.vendors.find(({ name }) => name === 'detrack');

describe('by hand', () => {
	const track = Track.use();

	it('shows its column with what can happen next', async () => {
		await track.hooks();
		const { id } = await track.make({ do_number: 'ORD-1', date: await track.day() });
		expect(await columnOf(track)).toMatchObject({
			label: 'Detrack',
			jobCount: 1,
			registered: null,
			webhooks: { urls: [track.receiver.url()], secret: { field: 'password' } },
			jobs: [{ id, title: 'ORD-1', statusLabel: 'In Progress', tone: 'waiting' }],
		});
		const steps = async (): Promise<unknown[]> =>
			((await columnOf(track))?.jobs[0]?.steps ?? []).map(({ name }) => name);
		expect(await steps()).toEqual(['assign', 'postpone', 'hold', 'return', 'repost', 'delete']);
		await track.step(id, 'assign');
		expect(await steps()).toEqual([
			...['reassign', 'unassign', 'postpone', 'hold', 'return', 'repost', 'delete'],
			...['headTo', 'arrive', 'complete', 'partial', 'fail'],
		]);
		const lines = async (): Promise<unknown> => (await columnOf(track))?.jobs[0]?.lines;
		await track.step(id, 'headTo');
		expect(await lines()).toContain('The driver is heading there');
		await track.step(id, 'arrive');
		expect(await lines()).toContain('The driver has arrived');
		await track.step(id, 'partial');
		expect(await lines()).not.toContain('The driver has arrived');
		expect(await steps()).toEqual(['reattempt', 'repost', 'delete', 'photo']);
		const [card] = (await columnOf(track))?.jobs ?? [];
		expect(card).toMatchObject({ tone: 'bad', statusLabel: 'Partially Completed' });
		expect(card?.lines).toContain('Rejected: 4 × BULB-E27, Goods Damaged');
		await track.step(id, 'reattempt');
		expect((await columnOf(track))?.jobs.map(({ lines }) => lines)[0]).toContain('Attempt 2');
	});

	it('makes many jobs that nobody is told of', async () => {
		await track.hooks();
		const reply = await track.control('POST', 'jobs', { count: 300, zone: 'North' });
		expect(reply.json()).toMatchObject({ count: 300 });
		expect(new Set(reply.json<{ ids: string[] }>().ids).size).toBe(300);
		expect(await track.events()).toEqual([]);
		expect((await track.control('POST', 'jobs', { count: 3 })).status).toBe(201);
		expect(await columnOf(track)).toMatchObject({ jobCount: 303 });
	});

	it.each([
		['POST', 'jobs', { date: 'soon' }, 400, 'date is invalid'],
		['POST', 'jobs', { count: 0 }, 400, 'count'],
		['POST', 'jobs/ORD-9/steps/assign', {}, 404, 'no job ORD-9'],
		['POST', 'jobs/ORD-1/steps/complete', {}, 409, 'possible are: assign'],
		['POST', 'jobs/ORD-1/steps/nonsense', {}, 409, 'no step "nonsense"'],
		['POST', 'jobs/ORD-1/steps/assign', { driver: 'Nobody' }, 409, 'there are: Van 07'],
		['POST', 'jobs/ORD-1/steps/assign', { diver: 'Van 07' }, 400, 'diver'],
		['POST', 'jobs/ORD-1/steps/postpone', { date: 'soon' }, 400, '2026-03-03'],
		['PUT', 'webhooks', { urls: ['http://a.test', 'http://b.test'] }, 400, 'one address'],
		['PUT', 'webhooks', { urls: ['ftp://a.test'] }, 400, 'http://'],
		['PUT', 'webhooks', { triggers: ['finished'] }, 400, 'triggers'],
		['PUT', 'webhooks', { headers: [{ name: 'Not a name', value: 'secret' }] }, 400, 'headers'],
		['PATCH', 'settings', { timeZone: 'Mars/Olympus' }, 400, 'not a known time zone'],
		['PATCH', 'settings', { nonsense: 1 }, 400, 'nonsense'],
	])('refuses %s %s %j in words', async (method, path, body, status, words) => {
		await track.make({ do_number: 'ORD-1' });
		const reply = await track.control(method, path, body);
		expect([reply.status, reply.json<{ error: string }>().error]).toEqual([
			status,
			expect.stringContaining(words),
		]);
	});

	it('rejects items only that there are, and as many', async () => {
		const { id } = await track.make();
		await track.walk(id, 'assign');
		for (const rejected of [[{ sku: 'NONE', quantity: 1 }], [{ sku: 'LAMP-04', quantity: 2 }]]) {
			const reply = await track.control('POST', `jobs/${id}/steps/partial`, { rejected });
			expect(reply.status).toBe(409);
		}
		expect((await track.control('GET', `jobs/${id}`)).json()).toMatchObject({
			job: { status: 'dispatched' },
		});
	});

	it('deletes a finished job only when the account allows it', async () => {
		const { id } = await track.make();
		await track.walk(id, 'assign', 'complete');
		expect((await track.control('POST', `jobs/${id}/steps/delete`)).status).toBe(409);
		await track.settings({ deleteFinished: true });
		await track.step(id, 'delete');
		expect(await columnOf(track)).toMatchObject({ jobCount: 0 });
	});

	it('is as new after a reset', async () => {
		await track.hooks({ version: '1', deliveryUrl: track.receiver.url() });
		await track.settings({ requestsPerMinute: 1 });
		await track.create('ORD-1');
		await track.reset();
		expect((await track.control('GET', 'webhooks')).json()).toMatchObject({
			urls: [],
			deliveryUrl: null,
			version: '2',
			basicAuth: true,
		});
		expect((await track.create('ORD-1')).attempt).toBe(1);
		expect((await track.list()).data).toHaveLength(1);
	});
});

it('keeps everything over a restart', async () => {
	const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');
	const receiver = await Receiver.start();
	const first = new Track(await Bench.start({ stateFile }), receiver);
	await first.hooks({ version: '1', headers: 'default' });
	await first.settings({ timeZone: 'Europe/Berlin' });
	await first.control('POST', 'keys', { key: 'a-third-key' });
	const { id } = await first.make({ do_number: 'ORD-1' });
	await first.walk(id, 'assign', 'complete');
	const query = { do_numbers: ['ORD-1'] };
	const started = await first.jobs('POST', '/bulk/export', { query, document: 'pod' });
	const exportId = String(started.json<{ data: Dict }>().data.status_url).split('/').at(-1);
	await first.bench.sandbox.close();

	const second = new Track(await Bench.start({ stateFile }), receiver);
	const { data } = (await second.jobs('GET', '/ORD-1', undefined, 'a-third-key')).json<{
		data: Dict;
	}>();
	expect(data).toMatchObject({ id, status: 'completed' });
	expect((await fetch(String(data.signature_file_url))).status).toBe(200);
	expect((await second.jobs('GET', `/export/status/${exportId}`)).status).toBe(200);
	await second.step(id, 'repost');
	expect(receiver.bodies.at(-1)).toMatchObject({ do: 'ORD-1', status: 'Delivered' });
	expect(receiver.received.at(-1)?.headers).toMatchObject({
		'x-sandbox-secret': DETRACK_WEBHOOK_HEADER_VALUE,
	});
	expect((await second.create('ORD-2')).id).not.toBe(id);
	const { timeZone } = (await second.control('GET', 'settings')).json();
	expect(timeZone).toBe('Europe/Berlin');
	receiver.close();
	await second.bench.sandbox.close();
});

it('never shows a key, a password or a secret header', async () => {
	const printed: string[] = [];
	const receiver = await Receiver.start();
	const track = new Track(await Bench.start({ log: (line) => printed.push(line) }), receiver);
	const [newKey, newPassword] = ['a "quoted" key', 'pass+word/with="'];
	await track.control('POST', 'keys', { key: newKey });
	await track.hooks({ password: newPassword, headers: 'default' });
	const keys = [DETRACK_API_KEY, DETRACK_SUB_USER_KEY, newKey];
	for (const key of keys) await track.jobs('GET', `/${encodeURIComponent(newKey)}`, undefined, key);
	await track.api('GET', `/dn/jobs?api_key=${DETRACK_API_KEY}`, undefined, 'wrong');
	await track.control('POST', 'faults', { kind: 'keyEcho', times: 1 });
	await track.create('ORD-1', { instructions: `${DETRACK_API_KEY} ${newPassword}` }).catch(() => 0);
	await track.create('ORD-1', { instructions: `${DETRACK_API_KEY} ${newPassword}` });
	await track.hooks({ encoding: 'form' });
	const { id } = await track.make({ instructions: newPassword });
	await track.walk(id, 'assign');
	await track.settle();
	const shown = [...printed, ...track.bench.sandbox.logLines()];
	const paths = ['state', 'deliveries', 'detrack/keys', 'detrack/webhooks', 'detrack/requests'];
	for (const path of paths) shown.push((await track.bench.control('GET', path)).text);
	const basic = String(receiver.received.at(-1)?.headers.authorization).slice('Basic '.length);
	await track.close();
	const text = shown.join('\n');
	expect(text).toContain('webhook detrack');
	expect(basic.length).toBeGreaterThan(20);
	const secrets = [...keys, newPassword, DETRACK_WEBHOOK_PASSWORD, DETRACK_WEBHOOK_HEADER_VALUE];
	for (const secret of [...secrets, basic]) {
		for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
			expect(text).not.toContain(form);
		}
	}
});
