import { type Dict, keyPaths } from '../support/bench';
import { Cloud, idIn, sample } from './support';

const cloud = Cloud.use();

const last = (): Dict => cloud.receiver.bodies.at(-1) ?? {};
const paths = (value: unknown): string[] => keyPaths(value).sort();

it('are PUT to the address as registered, with the token in the header Auth', async () => {
	const { token } = await cloud.subscribe('orders', '/hook?a=b');
	const { deliveries } = await cloud.make('orders', { primary_id: 'WEB-1' });
	expect(deliveries).toMatchObject([{ event: 'order created', status: 200, reference: 'WEB-1' }]);
	const [call] = cloud.receiver.received;
	expect([call?.method, call?.url, call?.headers.auth]).toEqual(['PUT', '/hook?a=b', token]);
	expect(call?.headers['content-type']).toBe('application/json');
	expect(call?.headers).not.toHaveProperty('authorization');
});

describe('have the keys of the samples', () => {
	const walk = async (...steps: string[]): Promise<void> => {
		const { id } = await cloud.make('orders');
		for (const step of steps) await cloud.step(id, step);
	};
	it.each([
		['orders.json', 'orders', []],
		['orders.json', 'orders', ['pay', 'pack']],
		['orders-filled.json', 'orders', ['pay', 'pack', 'ship']],
		['inferred/order-delivered.json', 'order-delivered', ['pack', 'ship', 'deliver']],
		['acceptance-scan.json', 'acceptance-scan', ['pack', 'ship', 'scan']],
	])('%s', async (name, entity, steps) => {
		await cloud.subscribe(entity);
		await walk(...steps);
		expect(paths(last())).toEqual(paths(sample(name)));
		expect(String(last().url)).toMatch(/^\/api\/v2\/orgs\/K7p\/orders\/[^/]+\/$/);
	});

	it('inferred/contact.json, inferred/contact-address.json and inferred/packaging.json', async () => {
		for (const entity of ['contact', 'contact-address', 'packaging']) await cloud.subscribe(entity);
		const { id } = await cloud.make('contacts');
		expect(paths(last())).toEqual(paths(sample('inferred/contact.json')));
		await cloud.step(id, 'changeContact');
		expect(last()).toMatchObject({ occupation: 'Mountain guide' });
		await cloud.step(id, 'changeAddress');
		expect(paths(last())).toEqual(paths(sample('inferred/contact-address.json')));
		await cloud.make('packaging');
		expect(paths(last())).toEqual(paths(sample('inferred/packaging.json')));
		expect(last()).toMatchObject({ length: '0.2500 m', weight: '35.0000 g' });
	});
});

it('tell the state at their time', async () => {
	await cloud.subscribe('orders');
	const { id } = await cloud.make('orders', { tags: [] });
	await cloud.step(id, 'pack');
	await cloud.step(id, 'ship', { ship_cost: '9.99 USD' });
	const [created, packed, shipped] = cloud.receiver.bodies;
	expect(created).toMatchObject({ printed_at: null, tags: [], shipping: { status: 'unshipped' } });
	expect(packed).toMatchObject({ printed_at: expect.any(String), tags: ['packed'] });
	expect(shipped).toMatchObject({
		shipping: { status: 'fulfilled', ship_cost: '9.99 USD', shipped_at: expect.any(String) },
	});
});

it('go to each webhook of the entity, and to nobody else', async () => {
	await cloud.subscribe('orders', '/one');
	await cloud.subscribe('orders', '/two');
	await cloud.subscribe('contact', '/contacts');
	const gone = await cloud.subscribe('orders', '/gone');
	await cloud.org('DELETE', `webhooks/${idIn(gone)}/`);
	await cloud.org('POST', 'orders/', { primary_id: 'A-1' });
	await cloud.settle();
	expect(cloud.receiver.received.map(({ url }) => url).sort()).toEqual(['/one', '/two']);
	const [one, two] = cloud.receiver.received;
	expect(one?.headers.auth).not.toBe(two?.headers.auth);
});

it('can be any payload for an entity, and the last events again', async () => {
	await cloud.subscribe('webhook');
	await cloud.control('POST', 'send', { entity: 'webhook', body: { anything: [1] } });
	expect(cloud.receiver.received[0]?.text).toBe('{"anything":[1]}');
	await cloud.subscribe('acceptance-scan');
	const { id } = await cloud.make('orders');
	await cloud.step(id, 'ship');
	await cloud.step(id, 'scan', { tax: '0.00 USD' });
	await cloud.step(id, 'repeat');
	const [, scan, again] = cloud.receiver.received;
	expect(scan?.body.tax).toBe('0.00 USD');
	expect(again?.text).toBe(scan?.text);
});
