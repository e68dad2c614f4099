import { routigoOrder } from '../../support/routigoOrder';
import type { Stage } from '../../support/stage';

export function postgres(stage: () => Stage): void {
	const open = async () => {
		const { postgres: database } = stage().story;
		await database.run(
			'DROP TABLE IF EXISTS delivery_staging; DROP TABLE IF EXISTS delivery_orders',
		);
		const workflow = await stage().listening('erp-postgres');
		expect((await workflow.run('Run once')).error).toBeUndefined();
		return { database, workflow };
	};

	it('gets one row per delivered job, with lists as text', async () => {
		const { database, workflow } = await open();
		const steps = { assign: {}, start: {}, deliver: {}, repeat: {}, rate: {} };
		await stage().radaro({ external_id: '000451', customer: { name: "Siobhan O'Neill" } }, steps);
		// One by hand, and two calls for the delivery.
		const executions = await workflow.executions(3);
		expect(executions.map(({ error }) => error)).toEqual(Array(3).fill(undefined));
		const rows = await database.query('SELECT * FROM delivery_staging');
		expect(rows).toEqual([
			expect.objectContaining({
				reference: '000451',
				status: 'delivered',
				is_final: true,
				recipient_name: "Siobhan O'Neill",
				photo_urls: '',
				items: '[]',
				changed_fields: 'status',
				attempt: null,
				processed_at: null,
			}),
		]);
		expect(rows[0]?.latitude).toEqual(expect.any(Number));
	});

	it('gets the deliveries of the other services, and no failure', async () => {
		const { database, workflow } = await open();
		await stage().detrack({ do_number: '000452' }, { assign: {}, complete: {} });
		await stage().detrack({ do_number: 'FAILED' }, { assign: {}, fail: {} });
		const tour = { orders: [routigoOrder('000453'), routigoOrder('FAILED', 'Joris', '28')] };
		await stage().routigo(tour, { plan: {}, assign: {}, start: {}, done: {}, fail: {} });
		await stage().readyCloud({ primary_id: '000454' }, { ship: {}, deliver: {} });
		const executions = await workflow.executions(4);
		expect(executions.map(({ error }) => error)).toEqual(Array(4).fill(undefined));
		const rows = await database.query(
			'SELECT provider, reference, status, photo_urls FROM delivery_staging ORDER BY reference',
		);
		expect(rows).toEqual([
			{
				provider: 'detrack',
				reference: '000452',
				status: 'delivered',
				photo_urls: expect.stringMatching(/^http\S+$/),
			},
			{ provider: 'routigo', reference: '000453', status: 'delivered', photo_urls: '' },
			{ provider: 'readyCloud', reference: '000454', status: 'delivered', photo_urls: '' },
		]);
	});

	it('makes jobs of orders with one request, and says what became of each', async () => {
		const { database, workflow } = await open();
		await database.run(`INSERT INTO delivery_orders
			(order_number, customer_name, customer_phone, address, deliver_before) VALUES
			('000451', 'Siobhan O''Neill', '0400555012', '14 Banksia St', '2099-03-03 11:30+11'),
			('SO-2', 'Tom', NULL, '', NULL),
			('SO-3', 'Tom', NULL, '3 Elm St', NULL)`);
		const { error } = await workflow.run('Every 5 minutes');
		expect(error).toBeUndefined();
		const select = `SELECT order_number, job_id IS NOT NULL AS job, sent_at IS NOT NULL AS sent,
			problem IS NOT NULL AS refused FROM delivery_orders ORDER BY order_number`;
		const rows = [
			{ order_number: '000451', job: true, sent: true, refused: false },
			{ order_number: 'SO-2', job: false, sent: false, refused: true },
			{ order_number: 'SO-3', job: true, sent: true, refused: false },
		];
		expect(await database.query(select)).toEqual(rows);
		await workflow.run('Every 5 minutes');
		const requests = await stage().story.control<Array<{ method: string; body: unknown }>>(
			'GET',
			'radaro/requests',
		);
		const posts = requests.filter(({ method }) => method === 'POST');
		expect(posts.map(({ body }) => body)).toEqual([
			[
				expect.objectContaining({
					external_id: '000451',
					customer: { name: "Siobhan O'Neill", phone: '0400555012' },
					deliver_before: '2099-03-03T00:30:00Z',
				}),
				expect.objectContaining({ external_id: 'SO-3' }),
			],
		]);
	});
}
