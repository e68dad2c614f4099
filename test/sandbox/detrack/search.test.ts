import type { Dict } from '../support/bench';
import { type List, Track } from './support';

const track = Track.use();
beforeEach(async () => {
	await track.create('ORD-1', {
		account_number: 'A-1',
		address: '18 Harbour View Road',
		deliver_to_collect_from: 'Priya Natarajan',
		customer: 'Acme',
		department: 'Sales',
		invoice_number: 'INV-1',
		job_time: '30 mins',
		job_type: 'White glove',
		order_number: 'WEB-1',
		run_number: 'R1',
		source: 'shop',
		time_window: '0900 – 1100 hrs',
		tracking_number: 'T-1',
		zone: 'North',
		group_name: 'North depot',
		open_to_marketplace: true,
		assign_to: 'Van 07',
		items: [
			{
				sku: 'CHAIR-2',
				description: 'Chair',
				quantity: 6,
				batch_number: 'B-1',
				purchase_order_number: 'PO-1',
				serial_numbers: ['SN-1'],
			},
		],
	});
	await track.create('ORD-12', {
		type: 'Collection',
		date: '2026-03-05',
		start_date: '2026-03-01',
		assign_to: 'Van 11',
		status: 'on_hold',
		zone: 'Northwest',
		address: '44 Jacaranda Street',
	});
});

it.each<[string, unknown]>([
	['account_number', 'A-1'],
	['address', '18 harbour view road'],
	['deliver_to_collect_from', 'Priya Natarajan'],
	['customer', 'Acme'],
	['department', 'Sales'],
	['invoice_number', 'INV-1'],
	['job_time', '30 mins'],
	['job_type', 'White glove'],
	['order_number', 'WEB-1'],
	['run_number', 'R1'],
	['source', 'shop'],
	['time_window', '0900 – 1100 hrs'],
	['tracking_number', 'T-1'],
	['zone', 'North'],
	['type', 'Delivery'],
	['do_number', 'ORD-1'],
	['do_numbers', ['ORD-1', 'ORD-9']],
	['dates', { from: '2026-03-01', to: '2026-03-04' }],
	['start_dates', { from: '2026-03-02', to: '2026-03-03' }],
	['statuses', ['dispatched', 'failed']],
	['vehicles', [{ name: 'Van 07' }]],
	['groups', [{ name: 'North depot' }]],
	['open_to_marketplace', true],
	['item_batch_number', 'B-1'],
	['item_description', 'Chair'],
	['item_purchase_order_number', 'PO-1'],
	['item_serial_numbers', ['SN-1']],
	['item_serial_numbers', 'SN-1'],
])('finds one job by %s', async (filter, value) => {
	expect(await track.search({ [filter]: value })).toEqual(['ORD-1']);
});

it('finds by reasons', async () => {
	const [id = ''] = (await track.list('?do_number=ORD-1')).data.map((job) => String(job.id));
	await track.step(id, 'partial', {
		rejected: [{ sku: 'CHAIR-2', quantity: 2, reason: 'Wrong Color' }],
		note: 'two of six',
	});
	expect(await track.search({ item_reasons: ['Wrong Color'] })).toEqual(['ORD-1']);
	const other = await track.create('ORD-2', { assign_to: 'Van 07' });
	await track.step(String(other.id), 'fail', { reason: 'No Recipient' });
	expect(await track.search({ reasons: ['No Recipient', 'Closed'] })).toEqual(['ORD-2']);
});

it('leaves empty filters out and joins the others', async () => {
	const empty = { type: null, zone: '', statuses: [], dates: {}, do_numbers: [], vehicles: [] };
	expect(await track.search(empty)).toEqual(['ORD-12', 'ORD-1']);
	expect(await track.search({ zone: 'North', type: 'Collection' })).toEqual([]);
	expect(await track.search({ dates: { from: '2026-03-05' } })).toEqual(['ORD-12']);
});

it('compares whole texts', async () => {
	expect(await track.search({ do_number: 'ORD-1' })).toEqual(['ORD-1']);
	expect(await track.search({ do_number: 'ord-1' })).toEqual(['ORD-1']);
	expect(await track.search({ do_numbers: ['ORD-1'] })).toEqual(['ORD-1']);
});

it('comes in pages asked for by texts or numbers, with links of every kind', async () => {
	const page = async (filters: Dict): Promise<List> =>
		(await track.jobs('POST', '/search', filters)).json<List>();
	const odd = await page({ limit: '1' });
	expect(odd.data.map(({ do_number }) => do_number)).toEqual(['ORD-12']);
	expect(odd.links.next).toBe(`${track.bench.sandbox.url}/detrack/api/v2/dn/jobs/search/1`);
	const second = await page({ limit: 1, page: 2 });
	expect(second.data.map(({ do_number }) => do_number)).toEqual(['ORD-1']);
	expect(second.links.next).toBeNull();
	await track.settings({ searchLinks: 'query' });
	expect((await page({ limit: 1 })).links.next).toMatch(/search\?page=2&limit=1$/);
	await track.settings({ searchLinks: 'null', listTotals: true });
	expect(await page({ limit: 1 })).toMatchObject({ links: { next: null }, total_count: 2 });
});

it('refuses what is no object', async () => {
	for (const filters of ['ORD-1', []]) {
		expect((await track.jobs('POST', '/search', filters)).json().code).toBe('invalid_data');
	}
	expect((await track.api('POST', '/dn/jobs/search', {})).status).toBe(422);
});
