import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { VENDORS } from '../../vendors';
import { Bench, type Dict, Receiver } from './support/bench';

let bench: Bench;
let receiver: Receiver;
let rows: Dict[];
beforeAll(async () => {
	bench = await Bench.start({ rows: async () => rows });
	receiver = await Receiver.start();
});
afterAll(async () => {
	receiver.close();
	await bench.sandbox.close();
});
beforeEach(async () => {
	rows = [];
	await bench.control('POST', 'reset');
	await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
	receiver.received.length = 0;
	receiver.answer = () => 200;
});

// It sends more than a thousand webhooks.
jest.setTimeout(60_000);

interface State {
	deliveries: Dict[];
	deliveryCount: number;
	rows: Dict[];
	counts: Dict;
	vendors: Array<{ name: string; webhooks: Dict | null }>;
}
const state = async (of = bench): Promise<State> =>
	(await of.control('GET', 'state')).json<State>();

it('counts what was sent, what came of it, and what arrived', async () => {
	const { job } = (await bench.control('POST', 'radaro/jobs', {})).json<{ job: Dict }>();
	receiver.answer = () => 401;
	await bench.step(job.order_id, 'assign');
	receiver.answer = () => 500;
	await bench.step(job.order_id, 'start');
	receiver.answer = () => 200;
	for (const step of ['deliver', 'repeat']) await bench.step(job.order_id, step);
	rows = [{ eventId: 'a' }, { eventId: 'b' }];
	expect((await state()).counts).toEqual({
		jobs: 1,
		sent: 5,
		// The one that was sent again is the same event.
		distinctEvents: 2,
		started: 3,
		leftOut: 0,
		notListening: 0,
		refused: 1,
		failed: 1,
		rows: 2,
		mails: 0,
		erpRecords: 0,
	});
	await bench.control('POST', 'reset');
	expect((await state()).counts).toMatchObject({ jobs: 0, sent: 0, distinctEvents: 0, refused: 0 });
});

it('goes on counting beyond what it keeps and shows', async () => {
	const urls = Array.from({ length: 10 }, (_each, index) => receiver.url(`/${index}`));
	await bench.control('PUT', 'radaro/webhooks', { urls });
	for (let count = 0; count < 110; count++) await bench.control('POST', 'radaro/jobs', {});
	rows = Array.from({ length: 450 }, (_each, id) => ({ id }));
	const { deliveries, deliveryCount, counts, rows: shown } = await state();
	expect(deliveries).toHaveLength(100);
	expect(deliveryCount).toBe(1100);
	// One event goes to ten addresses.
	expect(counts).toMatchObject({ sent: 1100, distinctEvents: 110, rows: 450 });
	expect([shown[0]?.id, shown.length]).toEqual([250, 200]);
	expect((await bench.control('GET', 'rows')).json<{ rows: Dict[] }>().rows).toHaveLength(450);
});

it('has the body of a delivery for who asks for it', async () => {
	await bench.control('POST', 'radaro/jobs', { external_id: 'A-1' });
	const [brief] = (await state()).deliveries;
	expect(brief).toMatchObject({ event: 'created', reference: 'A-1', status: 200 });
	expect(brief).not.toHaveProperty('body');
	const full = (await bench.control('GET', `deliveries/${String(brief?.id)}`)).json();
	expect(full).toMatchObject({
		body: { token: '••••42', order_info: { external_id: 'A-1' } },
		response: '{"ok":true}',
	});
	await bench.control('DELETE', 'deliveries');
	expect((await bench.control('GET', `deliveries/${String(brief?.id)}`)).status).toBe(404);
});

it('counts what was kept over a restart', async () => {
	const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');
	const first = await Bench.start({ stateFile });
	await first.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
	await first.control('POST', 'radaro/jobs', {});
	await first.sandbox.close();
	const second = await Bench.start({ stateFile });
	expect((await state(second)).counts).toMatchObject({ jobs: 1, sent: 1, distinctEvents: 1 });
	await second.sandbox.close();
});

it('takes up what an earlier version kept', async () => {
	const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');
	const first = await Bench.start({ stateFile });
	await first.control('POST', 'readycloud/webhooks', {
		entity: 'orders',
		remote_url: 'https://shop.example.com/orders',
	});
	await first.sandbox.close();

	// It called webhooks `hooks`, kept the time of a token, and had a setting more.
	const kept = JSON.parse(readFileSync(stateFile, 'utf8')) as {
		vendors: Record<string, { store: Dict; settings: Dict; tokens: Dict[] }>;
	};
	const { routigo, readycloud } = kept.vendors;
	const earlier = ({ webhooks, ...others }: Dict): Dict => ({ ...others, hooks: webhooks });
	const changed = {
		...kept,
		vendors: {
			...kept.vendors,
			routigo: {
				...routigo,
				store: earlier(routigo?.store ?? {}),
				settings: { ...routigo?.settings, queryJoin: 'append' },
			},
			readycloud: {
				...readycloud,
				store: {
					...readycloud?.store,
					orgs: (readycloud?.store.orgs as Dict[]).map(earlier),
				},
				tokens: readycloud?.tokens.map((token) => ({ ...token, issuedAt: 1_772_500_000_000 })),
			},
		},
	};
	writeFileSync(stateFile, JSON.stringify(changed));

	const second = await Bench.start({ stateFile });
	const webhooks = (await second.control('GET', 'readycloud/webhooks')).json<Dict[]>();
	expect(webhooks.map(({ event, url }) => [event, url])).toEqual([
		['orders', 'https://shop.example.com/orders'],
	]);
	expect((await second.control('GET', 'routigo/webhooks')).json<Dict[]>()).toHaveLength(3);
	const settings = (await second.control('GET', 'routigo/settings')).json<Dict>();
	expect(settings).not.toHaveProperty('queryJoin');
	await second.sandbox.close();
});

it('brings back the first token', async () => {
	const put = (token: string | null) =>
		bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()], token });
	await put('another-token');
	await bench.control('POST', 'radaro/jobs', {});
	expect((await put(null)).json()).toEqual({ urls: [receiver.url()], tokenHint: '••••42' });
	await bench.control('POST', 'radaro/jobs', {});
	expect(receiver.bodies.map(({ token }) => token)).toEqual([
		'another-token',
		'SandboxRadaroToken0042',
	]);
});

it('says where a person pastes an address and changes the secret', async () => {
	const { vendors } = await state();
	expect(vendors.map(({ name }) => name)).toEqual(VENDORS.map(({ slug }) => slug));
	const pasting = VENDORS.filter(({ webhookUrl }) => webhookUrl === 'pasted');
	const pasted = vendors.filter(({ webhooks }) => webhooks !== null);
	expect(pasted.map(({ name }) => name)).toEqual(pasting.map(({ slug }) => slug));
	for (const { name: service, slug } of pasting) {
		const { webhooks } = pasted.find(({ name }) => name === slug) ?? {};
		expect(webhooks).toMatchObject({
			where: expect.stringContaining(`In ${service} itself`),
			secret: { label: expect.any(String), field: expect.any(String) },
		});
	}
});

it('changes the secret of a registered webhook behind its program’s back', async () => {
	const remote_url = receiver.url().replace('http:', 'https:');
	const action = { name: 'test', url: receiver.url(), headers: { auth: 'the-first-secret' } };
	const routigo = { routigoEvent: 'TOUR_PLANNED', routigoEventType: 'TOUR', action };
	for (const [vendor, hook, step, make] of [
		['readycloud', { entity: 'orders', remote_url }, 'token', () => order()],
		['routigo', routigo, 'secret', () => plannedTour()],
	] as const) {
		receiver.received.length = 0;
		const { id } = (await bench.control('POST', `${vendor}/webhooks`, hook)).json();
		await make();
		const path = `${vendor}/webhooks/${String(id)}/steps/${step}`;
		const changed = await bench.control('POST', path, {});
		await make();
		const secrets = receiver.received.map(({ headers }) => String(headers.auth));
		expect(secrets).toEqual([expect.stringMatching(/^.{16,}$/), expect.stringMatching(/^.{16,}$/)]);
		expect(secrets[1]).not.toBe(secrets[0]);
		for (const secret of secrets) expect(changed.text).not.toContain(secret);
	}
});

const order = (): Promise<unknown> => bench.control('POST', 'readycloud/orders', {});

async function plannedTour(): Promise<void> {
	const { id } = (await bench.control('POST', 'routigo/tours', { count: 1 })).json();
	await bench.control('POST', `routigo/jobs/${String(id)}/steps/plan`, {});
}
