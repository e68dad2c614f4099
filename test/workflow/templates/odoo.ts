import type { Stage } from '../../support/stage';

export function odoo(stage: () => Stage): void {
	const open = async () => {
		const { models } = stage().story.odoo;
		models.define('stock.picking', {
			name: 'char',
			origin: 'char',
			picking_type_code: 'selection',
			note: 'html',
			carrier_tracking_ref: 'char',
		});
		models.define('sale.order', {
			name: 'char',
			state: 'selection',
			partner_shipping_id: 'many2one',
			commitment_date: 'datetime',
			x_delivery_job: 'char',
			x_delivery_problem: 'char',
		});
		models.define('res.partner', {
			name: 'char',
			phone: 'char',
			email: 'char',
			contact_address: 'char',
		});
		return { models, log: await stage().listening('erp-odoo') };
	};

	it('writes a delivery into the outgoing transfer of its order alone', async () => {
		const { models, log } = await open();
		const transfer = { origin: 'S00023', picking_type_code: 'outgoing' };
		models.put('stock.picking', { ...transfer, name: 'WH/OUT/7' });
		models.put('stock.picking', { ...transfer, name: 'WH/IN/7', picking_type_code: 'incoming' });
		models.put('stock.picking', { ...transfer, name: 'WH/OUT/8', origin: 'S00024' });
		const complete = { received_by: 'P. <Natarajan>', photos: 0 };
		await stage().detrack({ do_number: 'S00023' }, { assign: {}, complete });
		await stage().detrack({ do_number: 'UNKNOWN' }, { assign: {}, complete });
		const executions = await log.executions(2);
		expect(executions.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(models.all('stock.picking').filter(({ note }) => note !== undefined)).toEqual([
			{
				id: 1,
				...transfer,
				name: 'WH/OUT/7',
				note: expect.stringMatching(
					/^delivered at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d<br>Received by: P\. &lt;Natarajan><br>http/,
				),
				carrier_tracking_ref: expect.stringMatching(/./),
			},
		]);
	});

	it('makes jobs of confirmed orders once, with the address of the customer', async () => {
		const { models, log } = await open();
		const partner = models.put('res.partner', {
			name: 'Bay Cafe',
			phone: '0390001201',
			email: false,
			contact_address: 'Bay Cafe\n12 Moorabool St\nGeelong VIC 3220\nAustralia',
		});
		const nowhere = models.put('res.partner', { name: 'Nowhere', contact_address: '\n\n' });
		const order = {
			state: 'sale',
			partner_shipping_id: [partner, 'Bay Cafe'],
			commitment_date: '2099-03-03 00:30:00',
			x_delivery_job: false,
			x_delivery_problem: false,
		};
		models.put('sale.order', { ...order, name: 'S00023' });
		models.put('sale.order', { ...order, name: 'S00024', state: 'draft' });
		models.put('sale.order', { ...order, name: 'S00025', x_delivery_job: '77' });
		models.put('sale.order', {
			...order,
			name: 'S00026',
			partner_shipping_id: [nowhere, 'Nowhere'],
			commitment_date: false,
		});
		const { error } = await log.run('Every 15 minutes');
		expect(error).toBeUndefined();
		const told = models
			.all('sale.order')
			.map(({ name, x_delivery_job: job, x_delivery_problem: problem }) => [name, job, problem]);
		expect(told).toEqual([
			['S00023', expect.stringMatching(/^\d+$/), false],
			['S00024', false, false],
			['S00025', '77', false],
			['S00026', false, expect.stringContaining('Address')],
		]);
		await log.run('Every 15 minutes');
		const requests = await stage().story.control<Array<{ method: string; body: unknown }>>(
			'GET',
			'radaro/requests',
		);
		expect(requests.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
			expect.objectContaining({
				external_id: 'S00023',
				customer: { name: 'Bay Cafe', phone: '0390001201' },
				deliver_address: { address: 'Bay Cafe, 12 Moorabool St, Geelong VIC 3220, Australia' },
				deliver_before: '2099-03-03T00:30:00Z',
			}),
		]);
	});
}
