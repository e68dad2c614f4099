import { READYCLOUD_ORG } from '../../../../../sandbox/readycloud/defaults';
import { locator, ReadyCloudBench } from '../../../../support/readycloud';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const readyCloud = useBench(new ReadyCloudBench());

const raw = { simplify: false };
const byPrimaryId = (value: string) => ({ order: locator('primaryId', value) });
const byId = (value: unknown) => ({ order: locator('id', String(value)) });

const FIELDS = {
	primaryId: ' WEB-10042 ',
	shipTo: {
		address: {
			firstName: 'Robin',
			lastName: 'Placeholder',
			address1: '77 Alder Street',
			address2: '',
			city: 'Boise',
			region: 'ID',
			postCode: '83702',
			country: 'United States',
			email: 'robin@example.com',
			phone: 2085550122,
		},
	},
	items: {
		item: [
			{
				partNumber: 'MUG-BLU-01',
				description: 'Mug',
				quantity: 2,
				unitPrice: '14.00 usd',
				unitWeight: '310 g',
			},
			{ partNumber: 'TENT-2P-07', quantity: '1', unitPrice: '' },
		],
	},
	additionalFields: {
		billingStatus: 'pending',
		orderNumber: 10042,
		orderedAt: '2025-06-18T16:30:00',
		subtotal: '217.00 USD',
		total: '217 USD',
		shipVia: 'UPS',
		shippingStatus: 'unshipped',
		message: '',
		tags: 'rush, two people',
		otherAttributes: '{"source": {"name": "Shop"}, "billing": {"tax": "0.00 USD"}}',
	},
};

describe('create', () => {
	it("sends the fields by ReadyCloud's names, dates in UTC, and nothing that is empty", async () => {
		await readyCloud.run('order.create', FIELDS, { timezone: 'America/Boise' });
		expect((await readyCloud.lastRequest('POST'))?.body).toEqual({
			primary_id: 'WEB-10042',
			order_number: 10042,
			ordered_at: '2025-06-18T22:30:00Z',
			billing: {
				status: 'pending',
				subtotal: '217.00 USD',
				total: '217 USD',
				tax: '0.00 USD',
			},
			shipping: {
				status: 'unshipped',
				ship_via: 'UPS',
				ship_to: {
					first_name: 'Robin',
					last_name: 'Placeholder',
					address_1: '77 Alder Street',
					city: 'Boise',
					region: 'ID',
					post_code: '83702',
					country: 'United States',
					email: 'robin@example.com',
					phone: '2085550122',
				},
			},
			tags: ['rush', 'two people'],
			boxes: [
				{
					items: [
						{
							part_number: 'MUG-BLU-01',
							description: 'Mug',
							quantity: 2,
							unit_price: '14.00 USD',
							unit_weight: '310 g',
						},
						{ part_number: 'TENT-2P-07', quantity: 1 },
					],
				},
			],
			source: { name: 'Shop' },
		});
	});

	it('gives the job columns', async () => {
		const columns = await readyCloud.one('order.create', FIELDS);
		expect(columns).toMatchObject({
			provider: 'readyCloud',
			reference: 'WEB-10042',
			orderNumber: '10042',
			status: 'created',
			recipientName: 'Robin Placeholder',
			city: 'Boise',
			amount: '217',
			currency: 'USD',
			account: READYCLOUD_ORG,
		});
		expect(columns.jobId).toEqual(expect.any(String));
		expect(Object.keys(columns)).not.toContain('eventId');
	});

	it('takes several boxes', async () => {
		const boxes =
			'[{"weight": "1 lbs", "items": [{"part_number": "A", "quantity": 1}]}, {"items": []}]';
		await readyCloud.run('order.create', { primaryId: 'A-1', additionalFields: { boxes } });
		expect((await readyCloud.lastRequest('POST'))?.body).toEqual({
			primary_id: 'A-1',
			boxes: [{ weight: '1 lbs', items: [{ part_number: 'A', quantity: 1 }] }, { items: [] }],
		});
	});

	it("takes a whole order of the input, by ReadyCloud's own names", async () => {
		const items = [{ primary_id: 'A-1', boxes: [{ items: [] }] }, { primary_id: 'A-2' }];
		const run = await readyCloud.run('order.create', { source: 'json' }, { items });
		expect(run.items.map(({ json, pairedItem }) => [json.reference, pairedItem])).toEqual([
			['A-1', { item: 0 }],
			['A-2', { item: 1 }],
		]);
		expect((await readyCloud.requests('POST')).map(({ body }) => body)).toEqual(items);
	});

	it('says that a Primary ID is taken, and what to do', async () => {
		await readyCloud.run('order.create', { primaryId: 'A-1' });
		const error = await errorOf(readyCloud.run('order.create', { primaryId: 'A-1' }));
		expect(error.message).toMatch(/^ReadyCloud did not accept order "A-1": primary_id: /);
		expect(error.description).toMatch(/^The Primary ID must be given and unique/);
	});
});

describe('get', () => {
	beforeEach(async () => {
		await readyCloud.run('order.create', FIELDS);
		await readyCloud.run('order.create', { primaryId: 'web-10042' });
	});

	it('gives boxes and items in full, by Primary ID with a single read', async () => {
		const before = (await readyCloud.requests('GET')).length;
		const columns = await readyCloud.one('order.get', byPrimaryId('WEB-10042'));
		expect(columns).toMatchObject({
			itemCount: 2,
			items: [
				{ sku: 'MUG-BLU-01', quantity: 2 },
				{ sku: 'TENT-2P-07', quantity: 1 },
			],
		});
		expect(await readyCloud.requests('GET')).toHaveLength(before + 1);
	});

	it('gives the same by ID and by url', async () => {
		const { id, url } = await readyCloud.one('order.get', { ...byPrimaryId('WEB-10042'), ...raw });
		for (const value of [id, url]) {
			expect(await readyCloud.one('order.get', byId(value))).toMatchObject({
				jobId: id,
				itemCount: 2,
			});
		}
	});

	it('gives the original with ids and money in parts', async () => {
		const order = await readyCloud.one('order.get', { ...byPrimaryId('WEB-10042'), ...raw });
		expect(order).toMatchObject({
			primary_id: 'WEB-10042',
			billing: { total: '217 USD', total_amount: '217', total_currency: 'USD' },
			boxes: [{ items: [{ unit_price: '14.00 USD', unit_price_amount: '14.00' }, {}] }],
		});
		expect(order.url).toBe(`/api/v2/orgs/${READYCLOUD_ORG}/orders/${String(order.id)}/`);
	});

	it('asks for nothing in full when told so', async () => {
		await readyCloud.run('order.get', { ...byPrimaryId('WEB-10042'), expand: [] });
		expect((await readyCloud.lastRequest('GET'))?.query).not.toHaveProperty('expand');
	});

	it('says when no order has a Primary ID; capitals count', async () => {
		expect((await errorOf(readyCloud.run('order.get', byPrimaryId('Web-10042')))).message).toBe(
			`ReadyCloud has no order with the Primary ID "Web-10042" in the organization "${READYCLOUD_ORG}"`,
		);
	});

	it('says when several have it, and changes none of them', async () => {
		await readyCloud.settings({ duplicatePrimaryId: 'allowed' });
		await readyCloud.run('order.create', { primaryId: 'WEB-10042' });
		const { items } = await readyCloud.run('order.getMany', {
			filters: { primaryId: 'WEB-10042' },
			simplify: false,
		});
		const [one, other] = items.map(({ json }) => String(json.id));
		const sentence = `Several orders in the organization "${READYCLOUD_ORG}" have the Primary ID "WEB-10042", such as those with the IDs "${one}" and "${other}". Choose the order from the list, or by its ID.`;
		for (const operation of ['order.get', 'order.update', 'order.delete']) {
			const parameters = { ...byPrimaryId('WEB-10042'), updateFields: { terms: 'COD' } };
			expect((await errorOf(readyCloud.run(operation, parameters))).message).toBe(sentence);
		}
		expect(await readyCloud.requests('PATCH')).toEqual([]);
		expect(await readyCloud.requests('DELETE')).toEqual([]);
	});
});

describe('update', () => {
	beforeEach(() => readyCloud.run('order.create', FIELDS));

	it('changes what is given, clears what is given empty, and leaves the rest', async () => {
		const updateFields = {
			shippedAt: '2025-06-19T08:00:00Z',
			shippingStatus: 'fulfilled',
			shipVia: '',
			total: '',
			orderedAt: '',
		};
		const parameters = { ...byPrimaryId('WEB-10042'), updateFields };
		expect(await readyCloud.one('order.update', parameters)).toMatchObject({
			status: 'in_transit',
			providerStatus: 'fulfilled',
			recipientName: 'Robin Placeholder',
			amount: null,
		});
		expect((await readyCloud.lastRequest('PATCH'))?.body).toEqual({
			ordered_at: null,
			billing: { total: null },
			shipping: { status: 'fulfilled', ship_via: null, shipped_at: '2025-06-19T08:00:00Z' },
		});
	});

	it('takes attributes that have no field', async () => {
		const updateFields = { otherAttributes: '{"custom_fields": {"Gift": {"value": "yes"}}}' };
		const parameters = { ...byPrimaryId('WEB-10042'), updateFields, ...raw };
		expect(await readyCloud.one('order.update', parameters)).toMatchObject({
			custom_fields: { Gift: { value: 'yes' } },
		});
	});

	it('says that an order is not there', async () => {
		const parameters = { ...byId('nothere'), updateFields: { terms: 'COD' } };
		expect((await errorOf(readyCloud.run('order.update', parameters))).message).toBe(
			`ReadyCloud has no order "nothere" in the organization "${READYCLOUD_ORG}"`,
		);
	});
});

describe('delete', () => {
	it('removes one order, and says when there is none any more', async () => {
		await readyCloud.run('order.create', FIELDS);
		const { id } = await readyCloud.one('order.get', { ...byPrimaryId('WEB-10042'), ...raw });
		expect(await readyCloud.one('order.delete', byId(id))).toEqual({ deleted: true, id });
		expect((await errorOf(readyCloud.run('order.delete', byId(id)))).message).toBe(
			`ReadyCloud has no order "${String(id)}" in the organization "${READYCLOUD_ORG}"`,
		);
	});
});
