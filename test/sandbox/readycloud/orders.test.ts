import type { Dict } from '../support/bench';
import { Cloud, idIn } from './support';

const cloud = Cloud.use();
beforeEach(async () => {
	await cloud.settings({ readsPerMinute: 1000, writesPerMinute: 1000 });
});

const create = async (body: Dict): Promise<Dict> => {
	const reply = await cloud.org('POST', 'orders/', body);
	expect(reply.status).toBe(201);
	return reply.json();
};
const ORDER = {
	primary_id: 'WEB-1',
	order_number: '20418',
	ordered_at: '2024-05-05T23:03:44+02:00',
	boxes: [{ weight: '1 lbs', length: '10 in', items: [{ part_number: 'MUG', quantity: 2 }] }],
	shipping: { ship_to: { first_name: 'Robin', country: 'United States' } },
	billing: { total: '15 USD' },
	tags: ['rush', 'rush'],
	notes: [{ content: 'Fragile' }],
};

describe('an order', () => {
	it('is created with its boxes, items, notes and tags', async () => {
		const order = await create(ORDER);
		expect(order).toMatchObject({
			primary_id: 'WEB-1',
			order_number: 20418,
			ordered_at: '2024-05-05T21:03:44Z',
			tags: ['rush'],
			notes: [{ agent: null, content: 'Fragile', author: { system: false } }],
			billing: { total: '15 USD', tax: null, bill_to: null },
			shipping: { ship_to: { first_name: 'Robin', last_name: null }, status: null },
			unique_id: expect.stringMatching(/^[\w~-]{24}$/),
		});
		expect(order).not.toHaveProperty('id');
		const path = `orders/${idIn(order)}/?expand=boxes,items`;
		expect((await cloud.org('GET', path)).json().boxes).toMatchObject([
			{ weight: '453.5924 g', length: '0.2540 m', items: [{ part_number: 'MUG', kind: null }] },
		]);
	});

	it.each([
		['', [[{ url: expect.stringContaining('/items/') }], undefined]],
		['?expand=boxes', [[{ url: expect.stringContaining('/items/') }], null]],
		['?expand=items', [[{ quantity: 2 }], undefined]],
		['?expand=boxes,items', [[{ quantity: 2 }], null]],
	])('embeds what is asked for with "%s"', async (query, [items, cod]) => {
		const { url } = await create(ORDER);
		const order = (await cloud.api('GET', String(url).slice('/api/v2'.length) + query)).json();
		const [box] = order.boxes as Dict[];
		expect(box?.items).toMatchObject(items as Dict[]);
		expect(box?.items).toHaveLength((items as Dict[]).length);
		expect(box?.cod).toBe(cod);
	});

	it.each(['PATCH', 'PUT'])('is changed by %s in the given fields alone', async (method) => {
		const { url, created_at, updated_at } = await create(ORDER);
		const path = String(url).slice('/api/v2'.length);
		const body = { shipping: { status: 'fulfilled' }, po_number: 'PO-1', created_at: 'never' };
		const changed = (await cloud.api(method, path, body)).json();
		expect(changed).toMatchObject({
			po_number: 'PO-1',
			created_at,
			order_number: 20418,
			shipping: { status: 'fulfilled', ship_to: { first_name: 'Robin' } },
		});
		expect(changed.updated_at).not.toBe(updated_at);
	});

	it('is deleted with 204', async () => {
		const id = idIn(await create(ORDER));
		expect((await cloud.org('DELETE', `orders/${id}/`)).status).toBe(204);
		expect((await cloud.org('GET', `orders/${id}/`)).status).toBe(404);
	});

	it.each([
		[{}, { primary_id: ['This field is required.'] }],
		[{ primary_id: ' ' }, { primary_id: ['This field may not be blank.'] }],
		[
			{ primary_id: 'A', ordered_at: '2024-02-30' },
			{ ordered_at: ['Datetime has wrong format. Use ISO 8601.'] },
		],
		[
			{ primary_id: 'A', billing: { total: '15 dollars' } },
			{ billing: { total: ['Use an amount and a currency, such as "15.00 USD".'] } },
		],
		[
			{ primary_id: 'A', boxes: [{ items: [{}] }] },
			{ boxes: { 0: { items: { 0: { quantity: ['This field is required.'] } } } } },
		],
		[
			{ primary_id: 'A', boxes: [{ items: [{ quantity: 'two' }, { quantity: '1.5' }] }] },
			{
				boxes: {
					0: {
						items: {
							0: { quantity: ['A valid integer is required.'] },
							1: { quantity: ['A valid integer is required.'] },
						},
					},
				},
			},
		],
		[
			{ primary_id: 'A', boxes: [{ weight: '1 stone' }] },
			{ boxes: { 0: { weight: ['Use a number and one of: g, kg, oz, lb, lbs.'] } } },
		],
	])('is refused as %j', async (body, errors) => {
		const reply = await cloud.org('POST', 'orders/', body);
		expect([reply.status, reply.json()]).toEqual([400, errors]);
		expect((await cloud.list('orders/')).count).toBe(0);
	});

	it('with a number that is taken is refused, or taken when set so', async () => {
		await create({ primary_id: 'A-1' });
		expect((await cloud.org('POST', 'orders/', { primary_id: 'A-1' })).status).toBe(400);
		await cloud.settings({ duplicatePrimaryId: 'allowed' });
		await create({ primary_id: 'A-1' });
		expect((await cloud.list('orders/?primary_id=A-1')).count).toBe(2);
	});
});
