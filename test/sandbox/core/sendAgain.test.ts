import { Bench, type Dict, Receiver } from '../support/bench';

let bench: Bench;
let receiver: Receiver;
beforeAll(async () => {
	bench = await Bench.start({ vendors: ['radaro', 'detrack'] });
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

const paths = (): string[] => receiver.received.map(({ url }) => url).sort();
const latest = async (): Promise<Dict> =>
	(await bench.control('GET', 'deliveries')).json<Dict[]>()[0] ?? {};

describe('test URLs', () => {
	it.each(['radaro', 'detrack'])(
		'get the events of %s as well, while it is so chosen',
		async (vendor) => {
			await bench.control('PUT', `${vendor}/webhooks`, { urls: [receiver.url('/webhook/a/b')] });
			expect((await bench.control('PUT', `${vendor}/testing`, { isOn: true })).status).toBe(200);
			await bench.control('POST', `${vendor}/jobs`, {});
			expect(paths()).toEqual(['/webhook-test/a/b', '/webhook/a/b']);
			const [one, other] = receiver.received;
			expect(one?.text).toBe(other?.text);
			expect(one?.headers.authorization).toBe(other?.headers.authorization);

			await bench.control('PUT', `${vendor}/testing`, { isOn: false });
			await bench.control('POST', `${vendor}/jobs`, {});
			expect(receiver.received).toHaveLength(3);
		},
	);

	it('are called by nobody after a new beginning', async () => {
		await bench.control('PUT', 'radaro/testing', { isOn: true });
		await bench.control('POST', 'reset');
		await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url('/webhook/a/b')] });
		await bench.control('POST', 'radaro/jobs', {});
		expect(paths()).toEqual(['/webhook/a/b']);
	});

	it('get nothing again by themselves', async () => {
		await bench.settings({ retry: { times: 2, delaysSeconds: [60] } });
		await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url('/webhook-test/a/b')] });
		receiver.answer = () => 404;
		await bench.control('POST', 'radaro/jobs', {});
		await bench.control('POST', 'clock', { advanceSeconds: 3600 });
		expect(receiver.received).toHaveLength(1);
		expect(await latest()).toMatchObject({ outcome: 'notListening', accepted: false });
	});
});

describe('an event once more', () => {
	it('is the same, with its secret, and goes where one wants it', async () => {
		await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url('/webhook/a/b')] });
		await bench.control('POST', 'radaro/jobs', {});
		const { id } = await latest();
		const again = async (body: Dict): Promise<Dict[]> =>
			(await bench.control('POST', `deliveries/${String(id)}/send`, body)).json<{
				deliveries: Dict[];
			}>().deliveries;
		expect(await again({})).toMatchObject([{ outcome: 'started', attempt: 1 }]);
		await again({ url: receiver.url('/elsewhere') });
		expect(paths()).toEqual(['/elsewhere', '/webhook/a/b', '/webhook/a/b']);
		expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
		expect((await bench.control('GET', 'deliveries')).json<Dict[]>()).toHaveLength(3);
	});

	it('is refused in words where that cannot be', async () => {
		await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
		await bench.control('POST', 'radaro/jobs', {});
		const path = `deliveries/${String((await latest()).id)}/send`;
		const bad = await bench.control('POST', path, { url: 'somewhere' });
		expect([bad.status, bad.json().error]).toEqual([
			400,
			expect.stringContaining('“somewhere” is not a web address'),
		]);
		await bench.control('POST', 'reset');
		const gone = await bench.control('POST', path, {});
		expect([gone.status, gone.json().error]).toEqual([
			404,
			expect.stringContaining("can't be sent again"),
		]);
	});
});
