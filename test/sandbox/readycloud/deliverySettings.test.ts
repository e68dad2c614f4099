import type { Dict } from '../support/bench';
import { Cloud } from './support';

const cloud = Cloud.use();

const last = (): Dict => cloud.receiver.bodies.at(-1) ?? {};

it('follow a delivered order, which is a change of it, too', async () => {
	await cloud.subscribe('orders', '/orders');
	await cloud.subscribe('order-delivered', '/delivered');
	const urls = (): unknown[] => cloud.receiver.received.map(({ url }) => url).sort();
	const { id } = await cloud.make('orders');
	await cloud.step(id, 'ship');
	cloud.receiver.received.length = 0;
	await cloud.step(id, 'deliver');
	expect(urls()).toEqual(['/delivered', '/orders']);
});

it('call https:// URLs on this machine by http', async () => {
	await cloud.subscribe('orders');
	expect((await cloud.make('orders')).deliveries).toMatchObject([{ status: 200, accepted: true }]);
});

it('can hold full boxes with items and tracking numbers', async () => {
	await cloud.subscribe('orders');
	const { id } = await cloud.make('orders');
	expect(last().boxes).toEqual([{ items: [], url: expect.stringContaining('/boxes/') }]);
	await cloud.settings({ compactItems: 'urls' });
	await cloud.step(id, 'change');
	const url = expect.stringContaining('/items/');
	expect(last().boxes).toMatchObject([{ items: [{ url }, { url }] }]);
	await cloud.settings({ compactItems: 'empty' });
	await cloud.step(id, 'change');
	expect(last().boxes).toMatchObject([{ items: [] }]);
	await cloud.settings({ deliveredBoxes: 'full' });
	await cloud.step(id, 'ship', { tracking_number: '1Z-MADE-UP' });
	expect(last().boxes).toMatchObject([
		{ tracking_number: '1Z-MADE-UP', items: [{ part_number: 'MUG-BLU-01' }, {}] },
	]);
});

it('are lost when the answer is anything but 200', async () => {
	await cloud.subscribe('orders');
	cloud.receiver.answer = () => 204;
	const { deliveries } = await cloud.make('orders');
	expect(deliveries).toMatchObject([{ status: 204, accepted: false }]);
	await cloud.advance(3600);
	expect(cloud.receiver.received).toHaveLength(1);
});
