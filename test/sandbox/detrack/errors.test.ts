import { DETRACK_SUB_USER_KEY } from '../../../sandbox/detrack/defaults';
import type { Reply } from '../support/bench';
import { Track } from './support';

const track = Track.use();

const list = (key?: string): Promise<Reply> => track.jobs('GET', '', undefined, key);
async function statuses(count: number, key?: string): Promise<Set<number>> {
	const all = [];
	for (let i = 0; i < count; i++) all.push((await list(key)).status);
	return new Set(all);
}

describe('JSON', () => {
	const types = async (): Promise<unknown> =>
		await Promise.all(
			[
				list(),
				list('nobody'),
				track.jobs('GET', '/none'),
				track.jobs('POST', '', { do_number: 'ORD-1', date: '2026-03-03', address: 'x' }),
				track.jobs('DELETE', '', [{ do_number: 'none' }]),
			].map(async (reply) => (await reply).headers.get('content-type')),
		);

	it('is told without a charset, or with one when set so', async () => {
		expect(await types()).toEqual(Array(5).fill('application/json'));
		await track.settings({ answerCharset: true });
		expect(await types()).toEqual(Array(5).fill('application/json; charset=utf-8'));
	});

	it('is told so also by made-up answers', async () => {
		for (const when of ['before', 'after']) {
			await track.control('POST', 'faults', { kind: 'status', status: 503, when, times: 1 });
			const { status, headers } = await list();
			expect([status, headers.get('content-type')]).toEqual([503, 'application/json']);
		}
	});
});

describe('the limit', () => {
	it('is 60 requests a minute for the account', async () => {
		expect(await statuses(60)).toEqual(new Set([200]));
		const refused = await list();
		expect([refused.status, refused.json().code]).toEqual([429, 'rate_limit_exceeded']);
		expect(refused.headers.get('retry-after')).toBeNull();
		expect((await list(DETRACK_SUB_USER_KEY)).status).toBe(429);
		await track.advance(61);
		expect(await statuses(60)).toEqual(new Set([200]));
	});

	it('frees requests one by one', async () => {
		await track.settings({ requestsPerMinute: 2 });
		await list();
		await track.advance(40);
		await list();
		await track.advance(20.5);
		expect([(await list()).status, (await list()).status]).toEqual([200, 429]);
	});

	it('says when to try again, in seconds or as a date, when set so', async () => {
		await track.settings({ requestsPerMinute: 1, retryAfter: 'seconds' });
		await list();
		await track.advance(20);
		const seconds = Number((await list()).headers.get('retry-after'));
		expect(seconds).toBeGreaterThan(35);
		expect(seconds).toBeLessThanOrEqual(40);
		await track.settings({ retryAfter: 'date' });
		const date = String((await list()).headers.get('retry-after'));
		const { now } = (await track.bench.control('GET', 'state')).json<{ now: string }>();
		const left = (Date.parse(date) - Date.parse(now)) / 1000;
		expect(left).toBeGreaterThan(30);
		expect(left).toBeLessThanOrEqual(40);
	});

	it('does not count proofs and control calls', async () => {
		await track.settings({ requestsPerMinute: 1 });
		const { id } = await track.make();
		await track.control('POST', `jobs/${id}/proof`, { file: 'photo_1' });
		await list();
		const { job } = (await track.control('GET', `jobs/${id}`)).json<{
			job: { photo_1_file_url: string };
		}>();
		expect((await fetch(job.photo_1_file_url)).status).toBe(200);
	});
});

describe.each([
	['code', 'application/json', { code: expect.any(String), message: expect.any(String) }],
	['message', 'application/json', { message: expect.any(String) }],
	['error', 'application/json', { error: expect.any(String) }],
	['text', 'text/plain', null],
	['html', 'text/html', null],
	['empty', '', null],
])('with the error form %s', (errorForm, type, body) => {
	const check = (reply: Reply, status: number): void => {
		expect(reply.status).toBe(status);
		const told = reply.headers.get('content-type') ?? '';
		expect(told.startsWith(type)).toBe(true);
		if (body !== null) expect(reply.json()).toEqual(body);
		else expect(reply.text === '').toBe(errorForm === 'empty');
		expect(reply.text.startsWith('<!DOCTYPE html>')).toBe(errorForm === 'html');
	};

	it('tells 400, 401, 403, 429 and 500 so, and 404 and 422 by their codes', async () => {
		await track.settings({ errorForm });
		check(await track.api('POST', '/dn/jobs', '{"data": {'), 400);
		check(await track.jobs('GET', '', undefined, 'wrong'), 401);
		await track.settings({ keyStatus: 403 });
		check(await track.jobs('GET', '', undefined, null), 403);
		await track.control('POST', 'faults', { kind: 'status', status: 500, times: 1 });
		check(await list(), 500);
		expect((await track.jobs('GET', '/none')).json()).toMatchObject({ code: 'not_found' });
		expect((await track.jobs('POST', '', {})).json()).toMatchObject({ code: 'validation_failed' });
		await track.settings({ requestsPerMinute: 2 });
		check(await list(), 429);
	});
});

it('answers unknown paths with a page', async () => {
	for (const path of ['/nonsense', '/jobs', '/webhook_settings']) {
		const reply = await track.api('GET', path);
		expect([reply.status, reply.headers.get('content-type')]).toEqual([
			404,
			expect.stringContaining('text/html'),
		]);
	}
	expect((await track.api('PUT', '/webhook_settings', { data: {} })).status).toBe(404);
});

it('can lose the answer to a job that was created', async () => {
	await track.control('POST', 'faults', { kind: 'reset', when: 'after', times: 1 });
	await expect(track.create('ORD-1')).rejects.toThrow();
	await expect(track.create('ORD-1')).rejects.toThrow('is already taken');
	expect((await track.list()).data).toHaveLength(1);
});
