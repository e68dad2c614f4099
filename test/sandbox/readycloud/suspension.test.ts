import type { Dict } from '../support/bench';
import { Cloud, idIn } from './support';

const cloud = Cloud.use();
let webhook: Dict;
beforeEach(async () => {
	webhook = await cloud.subscribe('contact');
});

async function fail(times: number, status = 500): Promise<void> {
	cloud.receiver.answer = () => status;
	for (let i = 0; i < times; i++) await cloud.make('contacts');
}
const suspendedAt = async (): Promise<unknown> =>
	(await cloud.org('GET', `webhooks/${idIn(webhook)}/`)).json().suspended_at;

it.each([500, 404, 201, 204, 302])('comes with the fourth %i', async (status) => {
	await fail(3, status);
	expect(await suspendedAt()).toBeNull();
	await fail(1, status);
	expect(await suspendedAt()).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

it('ends deliveries, and is undone by deleting and creating again', async () => {
	await fail(4);
	cloud.receiver.answer = () => 200;
	const { deliveries, suspended } = await cloud.make('contacts');
	expect([deliveries, suspended]).toEqual([[], true]);
	// Nobody has asked for orders.
	expect(await cloud.make('orders')).toMatchObject({ deliveries: [], suspended: false });
	expect(cloud.receiver.received).toHaveLength(4);
	// Other webhooks go on.
	await cloud.subscribe('contact', '/other');
	expect(await cloud.make('contacts')).toMatchObject({ suspended: false });
	expect(cloud.receiver.received.at(-1)?.url).toBe('/other');
	await cloud.org('DELETE', `webhooks/${idIn(webhook)}/`);
	const renewed = await cloud.subscribe('contact');
	expect(renewed).toMatchObject({ suspended_at: null });
	expect(renewed.token).not.toBe(webhook.token);
	await cloud.make('contacts');
	expect(cloud.receiver.received).toHaveLength(7);
});

it('forgets failures that are six hours old', async () => {
	await fail(3);
	await cloud.advance(6 * 3600 + 1);
	await fail(3);
	expect(await suspendedAt()).toBeNull();
	await cloud.advance(6 * 3600 - 10);
	await fail(1);
	expect(await suspendedAt()).not.toBeNull();
});

it('counts in a window that rolls', async () => {
	const spread = async (): Promise<void> => {
		await fail(1);
		await cloud.advance(4 * 3600);
		await fail(2);
		await cloud.advance(3 * 3600);
		await fail(2);
	};
	await spread();
	expect(await suspendedAt()).not.toBeNull();
});

it('does not forget failures after a 200', async () => {
	const broken = async (): Promise<void> => {
		await fail(3);
		await fail(1, 200);
		await fail(1);
	};
	await broken();
	expect(await suspendedAt()).not.toBeNull();
});

it('counts no answer like a wrong one', async () => {
	const unreachable = async (): Promise<void> => {
		const remote_url = 'https://127.0.0.1:1/';
		webhook = (await cloud.org('POST', 'webhooks/', { entity: 'contact', remote_url })).json();
		await fail(4, 200);
	};
	await unreachable();
	expect(await suspendedAt()).not.toBeNull();
});

it('can be made by hand, and webhooks removed behind their owner’s back', async () => {
	const id = idIn(webhook);
	const reply = await cloud.control('POST', `webhooks/${id}/steps/suspend`);
	expect(reply.status).toBe(200);
	expect(await suspendedAt()).not.toBeNull();
	const again = await cloud.control('POST', `webhooks/${id}/steps/suspend`);
	expect([again.status, again.json().error]).toEqual([
		409,
		'The step "suspend" isn\'t possible for a webhook that is suspended; possible are: remove.',
	]);
	await cloud.control('POST', `webhooks/${id}/steps/remove`);
	expect((await cloud.org('GET', `webhooks/${id}/`)).status).toBe(404);
	expect((await cloud.control('POST', `webhooks/${id}/steps/remove`)).status).toBe(404);
});
