import type { Dict } from '../support/bench';
import { Cloud, idIn } from './support';

const cloud = Cloud.use();
let order: string;
beforeEach(async () => {
	order = `orders/${idIn((await cloud.org('POST', 'orders/', { primary_id: 'A-1' })).json())}/`;
	await cloud.subscribe('orders');
});

const post = async (path: string, body: Dict): Promise<Dict> => {
	const reply = await cloud.org('POST', order + path, body);
	expect(reply.status).toBe(201);
	return reply.json();
};
const told = async (): Promise<unknown[]> => {
	await cloud.settle();
	return ((await cloud.bench.control('GET', 'deliveries')).json() as unknown as Dict[])
		.map(({ event }) => event)
		.reverse();
};

it('boxes and items are added, changed and told of as changes of the order', async () => {
	const before = (await cloud.org('GET', order)).json();
	const box = await post('boxes/', { description: 'First', items: [{ quantity: 1 }] });
	const boxPath = `boxes/${idIn(box)}/`;
	await cloud.org('PATCH', `${order}${boxPath}`, { tracking_number: '1Z-MADE-UP' });
	const item = await post(`${boxPath}items/`, { quantity: 3, unit_price: '2.00 USD' });
	const itemPath = `${order}${boxPath}items/${idIn(item)}/`;
	await cloud.org('PATCH', itemPath, { pick_location: 'A-17' });
	expect((await cloud.org('GET', itemPath)).json()).toMatchObject({
		quantity: 3,
		pick_location: 'A-17',
	});
	expect((await cloud.list(`${order}boxes/?expand=items`)).results).toMatchObject([
		{ tracking_number: '1Z-MADE-UP', items: [{ quantity: 1 }, { quantity: 3 }] },
	]);
	const after = (await cloud.org('GET', order)).json();
	expect(after.updated_at).toBe(before.updated_at);
	expect(after.nested_updated_at).not.toBe(before.nested_updated_at);
	expect(await told()).toEqual(['box added', 'box changed', 'item added', 'item changed']);
});

it('items are created with quantities as text, and boxes link to them', async () => {
	const made = await post('boxes/', { items: [{ part_number: 'A', quantity: '1' }] });
	await post(`boxes/${idIn(made)}/items/`, { part_number: 'B', quantity: '12' });
	const path = `${order}boxes/${idIn(made)}/`;
	const { items } = (await cloud.org('GET', path)).json();
	expect((items as Dict[]).map((item) => Object.keys(item))).toEqual([['url'], ['url']]);
	const full = (await cloud.org('GET', `${path}?expand=items`)).json();
	expect(full.items).toMatchObject([{ quantity: 1 }, { quantity: 12 }]);
});

it('tracking can be read once something was shipped', async () => {
	const id = idIn({ url: order });
	await cloud.step(id, 'ship');
	await cloud.step(id, 'scan');
	await cloud.step(id, 'deliver');
	const [box] = (await cloud.list(`${order}boxes/`)).results;
	const path = `${order}boxes/${idIn(box ?? {})}/tracking/`;
	const { results } = await cloud.list(path);
	expect(results.map(({ status }) => status)).toEqual([
		'label_created',
		'accepted_by_carrier',
		'delivered',
	]);
	const [first = {}] = results;
	expect((await cloud.org('GET', `${path}${idIn(first)}/`)).json()).toEqual(first);
	expect((await cloud.org('POST', path, {})).status).toBe(404);
});

it('notes are added and changed', async () => {
	const author = { name: 'Agent', email: 'agent@example.com', system: false };
	const note = await post('notes/', { author, content: 'Call first' });
	expect(note).toMatchObject({ author, content: 'Call first', agent: null });
	await cloud.org('PATCH', `${order}notes/${idIn(note)}/`, { content: 'Do not call' });
	expect((await cloud.list(`${order}notes/`)).results).toMatchObject([
		{ author, content: 'Do not call' },
	]);
	expect((await cloud.org('POST', `${order}notes/`, {})).json()).toEqual({
		content: ['This field is required.'],
	});
});

describe('tags', () => {
	it('are plain lists, and removed with or without the last slash', async () => {
		for (const value of ['gift wrap', 'rush', 'rush', 'späti']) await post('tags/', { value });
		expect((await cloud.org('GET', `${order}tags/`)).json()).toEqual([
			'gift wrap',
			'rush',
			'späti',
		]);
		expect((await cloud.org('GET', 'orders/tags/')).json()).toEqual(['gift wrap', 'rush', 'späti']);
		const remove = async (rest: string): Promise<number> =>
			(await cloud.org('DELETE', `${order}tags/${rest}`)).status;
		expect(await remove('gift%20wrap')).toBe(204);
		expect(await remove('rush/')).toBe(204);
		expect(await remove('rush')).toBe(404);
		expect((await cloud.org('GET', `${order}tags/`)).json()).toEqual(['späti']);
		expect(await told()).toEqual([
			...['tag added', 'tag added', 'tag added'],
			...['tag removed', 'tag removed'],
		]);
	});

	it.each(['ab', 'x'.repeat(35), 'two words'])('may be "%s"', async (value) => {
		await post('tags/', { value });
	});

	it.each(['a', 'x'.repeat(36), 'a/b', 'a\\b', 'a?b', 'a#b', 'a,b', 'a.b', '', 7])(
		'may not be "%s"',
		async (value) => {
			const reply = await cloud.org('POST', `${order}tags/`, { value });
			expect([reply.status, Object.keys(reply.json())]).toEqual([400, ['value']]);
		},
	);
});
