import {
	DETRACK_WEBHOOK_HEADER_NAME,
	DETRACK_WEBHOOK_HEADER_VALUE,
	DETRACK_WEBHOOK_PASSWORD,
	DETRACK_WEBHOOK_USERNAME,
} from '../../../sandbox/detrack/defaults';
import type { Dict, Received } from '../support/bench';
import { Track } from './support';

const track = Track.use();
beforeEach(async () => {
	await track.hooks();
});

const last = (): Received | undefined => track.receiver.received.at(-1);
const urls = (): unknown[] => track.receiver.received.map(({ url }) => url).sort();
const basic = (password: string): string =>
	`Basic ${Buffer.from(`${DETRACK_WEBHOOK_USERNAME}:${password}`).toString('base64')}`;

describe('the body', () => {
	it('is JSON, POSTed, with or without a charset', async () => {
		await track.make({ do_number: 'ORD-1' });
		expect(last()).toMatchObject({ method: 'POST', body: { do_number: 'ORD-1' } });
		expect(last()?.headers['content-type']).toBe('application/json');
		await track.settings({ charset: true });
		await track.make();
		expect(last()?.headers['content-type']).toBe('application/json; charset=utf-8');
	});

	it.each([
		['1', 'do'],
		['2', 'do_number'],
	])('of version %s can be a form', async (version, field) => {
		await track.hooks({ version, encoding: 'form' });
		await track.make({ do_number: 'ORD & 1' });
		expect(last()?.headers['content-type']).toBe('application/x-www-form-urlencoded');
		const form = new URLSearchParams(last()?.text);
		expect([...form.keys()]).toEqual(['json']);
		expect(JSON.parse(String(form.get('json')))).toMatchObject({ [field]: 'ORD & 1' });
		// The log shows what is in it.
		const [shown] = (await track.bench.control('GET', 'deliveries')).json<Dict[]>();
		expect(shown).toMatchObject({ body: { json: { [field]: 'ORD & 1' } } });
	});

	it.each([
		['array', (body: unknown) => [body]],
		['data', (body: unknown) => ({ data: body })],
	])('can be wrapped: %s', async (wrapping, wrap) => {
		await track.settings({ wrapping });
		await track.make({ do_number: 'ORD-1' });
		const job = expect.objectContaining({ do_number: 'ORD-1' });
		expect(JSON.parse(last()?.text ?? '')).toEqual(wrap(job));
	});

	it('can be anything', async () => {
		const { deliveries } = (await track.control('POST', 'send', { body: '{"half' })).json<{
			deliveries: Dict[];
		}>();
		expect(deliveries).toMatchObject([{ status: 200, event: 'raw payload' }]);
		expect(last()?.text).toBe('{"half');
		await track.hooks({ encoding: 'form' });
		await track.control('POST', 'send', { body: 7, urls: [track.receiver.url('/other')] });
		expect([last()?.url, last()?.text]).toEqual(['/other', 'json=7']);
	});
});

describe('the proof', () => {
	it('is a password, from the start, or none', async () => {
		await track.make();
		expect(last()?.headers.authorization).toBe(basic(DETRACK_WEBHOOK_PASSWORD));
		await track.hooks({ password: 'another-one' });
		await track.make();
		expect(last()?.headers.authorization).toBe(basic('another-one'));
		await track.hooks({ password: null });
		await track.make();
		expect(last()?.headers.authorization).toBe(basic(DETRACK_WEBHOOK_PASSWORD));
		await track.hooks({ basicAuth: false });
		await track.make();
		expect(last()?.headers.authorization).toBeUndefined();
	});

	it('can be headers, and a user agent', async () => {
		await track.hooks({ headers: 'default', userAgent: 'Detrack/1.0' });
		await track.make();
		expect(last()?.headers).toMatchObject({
			[DETRACK_WEBHOOK_HEADER_NAME.toLowerCase()]: DETRACK_WEBHOOK_HEADER_VALUE,
			'user-agent': 'Detrack/1.0',
		});
		await track.hooks({ headers: [{ name: 'X-Mine', value: 'mine-and-only' }] });
		await track.make();
		expect(last()?.headers['x-mine']).toBe('mine-and-only');
		expect(last()?.headers).not.toHaveProperty(DETRACK_WEBHOOK_HEADER_NAME.toLowerCase());
	});

	it('can wait until it is asked for', async () => {
		await track.settings({ basicSent: 'afterChallenge' });
		const answers = [401, 200];
		track.receiver.answer = () => answers.shift() ?? 200;
		const { deliveries } = await track.make();
		expect(deliveries).toMatchObject([{ status: 401 }, { status: 200 }]);
		const sent = track.receiver.received.map(({ headers }) => headers.authorization);
		expect(sent).toEqual([undefined, basic(DETRACK_WEBHOOK_PASSWORD)]);
		await track.make();
		expect(last()?.headers.authorization).toBeUndefined();
	});
});

describe('addresses of the account, the type and the job', () => {
	const create = (type: string, path?: string): Promise<unknown> =>
		track.make({ type, ...(path && { webhook_url: track.receiver.url(path) }) });
	beforeEach(async () => {
		await track.hooks({
			urls: [track.receiver.url('/account')],
			deliveryUrl: track.receiver.url('/delivery'),
			collectionUrl: track.receiver.url('/collection'),
		});
	});

	it('add up, each once', async () => {
		await create('Delivery', '/job');
		expect(urls()).toEqual(['/account', '/delivery', '/job']);
		track.receiver.received.length = 0;
		await create('Collection', '/account');
		expect(urls()).toEqual(['/account', '/collection']);
	});

	it('get the ticked triggers alone', async () => {
		await track.hooks({ urls: [track.receiver.url('/account')], triggers: ['failed'] });
		await create('Delivery');
		expect(urls()).toEqual([]);
	});
});

describe('a repost', () => {
	it('sends what was sent', async () => {
		const { id } = await track.make();
		await track.hooks({ triggers: [] });
		await track.step(id, 'assign', { driver: 'Van 07' });
		const { deliveries } = await track.step(id, 'repost');
		expect(deliveries).toMatchObject([{ event: 'In Progress (repost)', status: 200 }]);
		expect(track.receiver.bodies).toHaveLength(2);
		expect(last()?.body.assign_to).toBeNull();
	});

	it('can be told again and again', async () => {
		const { id } = await track.make();
		await track.walk(id, 'repost', 'repost');
		expect(await track.events()).toEqual([
			'In Progress',
			'In Progress (repost)',
			'In Progress (repost)',
		]);
		expect(track.receiver.received[2]?.text).toBe(track.receiver.received[0]?.text);
	});
});

it('are lost when they fail', async () => {
	track.receiver.answer = () => 500;
	expect((await track.make()).deliveries).toMatchObject([{ status: 500, accepted: false }]);
	await track.advance(3600);
	expect(track.receiver.received).toHaveLength(1);
});
