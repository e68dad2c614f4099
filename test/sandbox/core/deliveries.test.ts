import { transmit } from '../../../sandbox/core/transmit';
import { Portal } from '../radaro/support';
import { type Dict, Receiver } from '../support/bench';

const portal = Portal.use();

const log = async (): Promise<Dict[]> =>
	(await portal.bench.control('GET', 'deliveries')).json<Dict[]>();
const create = (): Promise<unknown> => portal.bench.control('POST', 'radaro/jobs', {});

it('has what was sent and what came back, newest first', async () => {
	await create();
	portal.receiver.answer = () => 500;
	await create();
	const [second, first] = await log();
	expect(first).toEqual({
		id: expect.any(Number),
		at: expect.any(String),
		vendor: 'radaro',
		jobId: expect.stringMatching(/^\d+$/),
		reference: expect.stringMatching(/^SO-/),
		event: 'created',
		url: portal.receiver.url(),
		webhook: portal.receiver.url(),
		attempt: 1,
		status: 200,
		accepted: true,
		error: null,
		outcome: 'started',
		reason: null,
		durationMs: expect.any(Number),
		body: { ...portal.receiver.bodies[0], token: '••••42' },
		response: '{"ok":true}',
	});
	expect(second?.status).toBe(500);
	await portal.bench.control('DELETE', 'deliveries');
	expect(await log()).toEqual([]);
});

it('says in words why nothing came back', async () => {
	const closed = await Receiver.start();
	const url = closed.url();
	closed.close();
	await portal.bench.control('PUT', 'radaro/webhooks', { urls: [url] });
	await create();
	const told = (await log()).map(({ error, status, reason }) => [status, error, reason]);
	const { host } = new URL(url);
	const sentence = `n8n cannot be reached at ${host}: it is stopped or still starting. Once it runs, a workflow that asks for changes gets the event all the same, and RoutiGo repeats its calls. In any other case, send it again.`;
	expect(told).toEqual([[null, 'ECONNREFUSED', sentence]]);
	portal.receiver.answer = () => new Promise(() => undefined);
	const { signal } = new AbortController();
	const options = { method: 'POST', headers: {}, timeoutMs: 50, signal } as const;
	expect(await transmit(portal.receiver.url(), '{}', options)).toEqual({
		status: null,
		error: 'No answer within 50 ms',
		response: '',
	});
});

it('never retries by default', async () => {
	portal.receiver.answer = () => 503;
	await create();
	await portal.bench.control('POST', 'clock', { advanceSeconds: 1e6 });
	expect(portal.receiver.received).toHaveLength(1);
});

it('retries by the rule that is set, when the clock has come so far', async () => {
	await portal.bench.settings({ retry: { times: 3, delaysSeconds: [60, 600] } });
	portal.receiver.answer = () => (portal.receiver.received.length < 3 ? 503 : 204);
	await create();
	const after = async (advanceSeconds: number): Promise<number> => {
		await portal.bench.control('POST', 'clock', { advanceSeconds });
		return portal.receiver.received.length;
	};
	expect(await after(59)).toBe(1);
	expect(await after(1)).toBe(2);
	expect(await after(599)).toBe(2);
	expect(await after(1)).toBe(3);
	// The third try succeeded.
	expect(await after(1e6)).toBe(3);
	expect((await log()).map(({ attempt, status }) => [attempt, status])).toEqual([
		[3, 204],
		[2, 503],
		[1, 503],
	]);
	expect(portal.receiver.bodies[2]).toEqual(portal.receiver.bodies[0]);
});

it('forgets pending retries on reset', async () => {
	await portal.bench.settings({ retry: { times: 1, delaysSeconds: [60] } });
	portal.receiver.answer = () => 503;
	await create();
	await portal.bench.control('POST', 'reset');
	await portal.bench.control('POST', 'clock', { advanceSeconds: 1e6 });
	expect(portal.receiver.received).toHaveLength(1);
});

it('moves the time that jobs carry', async () => {
	await portal.bench.control('POST', 'clock', { advanceSeconds: 86_400 });
	await create();
	const info = portal.receiver.bodies[0]?.order_info as Dict;
	const ahead = Date.parse(String(info.created_at)) - Date.now();
	expect(Math.abs(ahead - 86_400_000)).toBeLessThan(5000);
});
