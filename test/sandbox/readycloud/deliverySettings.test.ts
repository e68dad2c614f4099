import { Cloud } from './support';
import type { Dict } from '../support/bench';

let cloud: Cloud;
beforeAll(async () => void (cloud = await Cloud.start()));
afterAll(() => cloud.close());
beforeEach(() => cloud.reset());

const last = (): Dict => cloud.receiver.bodies.at(-1) ?? {};

it('follow a delivered order with or without a change of the order', async () => {
	await cloud.subscribe('orders', '/orders');
	await cloud.subscribe('order-delivered', '/delivered');
	const urls = (): unknown[] => cloud.receiver.received.map(({ url }) => url).sort();
	for (const deliverIsChange of [true, false]) {
		await cloud.settings({ deliverIsChange });
		const { id } = await cloud.make('orders');
		await cloud.step(id, 'ship');
		cloud.receiver.received.length = 0;
		await cloud.step(id, 'deliver');
		expect(urls()).toEqual(deliverIsChange ? ['/delivered', '/orders'] : ['/delivered']);
	}
});

it('call https:// addresses on this machine by http, unless set otherwise', async () => {
	await cloud.subscribe('orders');
	expect((await cloud.make('orders')).deliveries).toMatchObject([{ status: 200, accepted: true }]);
	await cloud.settings({ loopbackOverHttp: false });
	const { deliveries } = await cloud.make('orders');
	expect(deliveries).toMatchObject([{ status: null, accepted: false, error: expect.any(String) }]);
});

it('wait for an answer as long as set', async () => {
	await cloud.subscribe('orders');
	cloud.receiver.answer = () => new Promise((resolve) => setTimeout(() => resolve(200), 150));
	expect((await cloud.make('orders')).deliveries).toMatchObject([{ status: 200 }]);
	await cloud.settings({ webhookTimeoutMs: 50 });
	const { deliveries } = await cloud.make('orders');
	expect(deliveries).toMatchObject([{ status: null, error: 'No answer within 50 ms.' }]);
});

it('can append the id, and tell of removed objects by DELETE', async () => {
	await cloud.subscribe('orders', '/hook/');
	await cloud.settings({ idSuffix: true });
	const { id } = await cloud.make('orders');
	expect(cloud.receiver.received.at(-1)?.url).toBe(`/hook/${id}`);
	await cloud.step(id, 'delete');
	expect(cloud.receiver.received).toHaveLength(1);
	await cloud.settings({ idSuffix: false, deleteDeliveries: true });
	const other = await cloud.make('orders');
	await cloud.step(other.id, 'delete');
	const { method, url, text } = cloud.receiver.received.at(-1) ?? {};
	expect([method, url, text]).toEqual(['DELETE', `/hook/${other.id}`, '']);
});

it('can hold full boxes with items and tracking numbers', async () => {
	await cloud.subscribe('orders');
	const { id } = await cloud.make('orders');
	expect(last().boxes).toEqual([{ items: [], url: expect.stringContaining('/boxes/') }]);
	await cloud.settings({ compactItems: 'urls' });
	await cloud.step(id, 'change');
	const url = expect.stringContaining('/items/');
	expect(last().boxes).toMatchObject([{ items: [{ url }, { url }] }]);
	await cloud.settings({ deliveredBoxes: 'full' });
	await cloud.step(id, 'ship', { tracking_number: '1Z-MADE-UP' });
	expect(last().boxes).toMatchObject([
		{ tracking_number: '1Z-MADE-UP', items: [{ part_number: 'MUG-BLU-01' }, {}] },
	]);
});

it('are repeated only when set so, while the answer is anything but 200', async () => {
	await cloud.subscribe('orders');
	cloud.receiver.answer = () => 204;
	const { deliveries } = await cloud.make('orders');
	expect(deliveries).toMatchObject([{ status: 204, accepted: false }]);
	await cloud.advance(3600);
	expect(cloud.receiver.received).toHaveLength(1);
	await cloud.settings({ retry: { times: 2, delaysSeconds: [60] } });
	await cloud.make('orders');
	await cloud.advance(61);
	cloud.receiver.answer = () => 200;
	await cloud.advance(61);
	await cloud.advance(3600);
	expect(cloud.receiver.received).toHaveLength(4);
});
