import type { Stage } from '../../support/stage';

interface Change {
	doctype: string;
	name: string;
	values: Record<string, unknown>;
}

export function erpNext(stage: () => Stage): void {
	const open = async () => {
		await stage().story.control('PATCH', 'erp/settings', { unknownFields: 'refused' });
		return await stage().listening('erp-erpnext');
	};
	const changes = async () =>
		(await stage().story.control<Change[]>('GET', 'erp/changes'))
			.map(({ doctype, name, values }) => [doctype, name, values])
			.reverse();

	it('writes a delivery into the note of its reference, once', async () => {
		const log = await open();
		const steps = { assign: {}, complete: { received_by: 'P. <Natarajan>', photos: 1 } };
		const { id } = await stage().detrack({ do_number: 'DN 7/1' }, steps);
		const [execution] = await log.executions(1);
		expect(execution?.error).toBeUndefined();
		await stage().step('detrack', id, 'repost');
		await log.executions(2);
		expect(await changes()).toEqual([
			[
				'Delivery Note',
				'DN 7/1',
				{
					custom_delivery_status: 'delivered',
					custom_delivered_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
					custom_received_by: 'P. <Natarajan>',
					custom_proof: expect.stringMatching(/^http\S+\nhttp\S+\nhttp\S+$/),
				},
			],
		]);
	});

	it('makes jobs of submitted orders once, and writes the delivery back into the order', async () => {
		const log = await open();
		const first = await log.run('Every 15 minutes');
		expect(first.error).toBeUndefined();
		const made = (await changes()).sort();
		expect(made).toEqual(
			[1, 2, 3].map((number) => [
				'Sales Order',
				`SAL-ORD-2026-0000${number}`,
				{ custom_delivery_job: expect.stringMatching(/^\d+$/) },
			]),
		);
		await log.run('Every 15 minutes');
		expect(await changes()).toHaveLength(3);
		const requests = await stage().story.control<Array<{ method: string; body: unknown }>>(
			'GET',
			'radaro/requests',
		);
		const [body, ...more] = requests
			.filter(({ method }) => method === 'POST')
			.map((each) => each.body);
		expect(more).toEqual([]);
		expect(body).toContainEqual(
			expect.objectContaining({
				external_id: 'SAL-ORD-2026-00001',
				customer: {
					name: 'Bay Cafe',
					phone: '0390001201',
					email: 'bay.cafe@example.com',
				},
				deliver_address: { address: '12 Moorabool St, Geelong VIC 3220, Australia' },
			}),
		);
		const job = String((made[0]?.[2] as Record<string, unknown>).custom_delivery_job);
		for (const step of ['assign', 'start', 'deliver']) await stage().step('radaro', job, step);
		await log.executions(3);
		expect((await changes()).at(-1)).toEqual([
			'Sales Order',
			'SAL-ORD-2026-00001',
			expect.objectContaining({ custom_delivery_status: 'delivered' }),
		]);
	});

	it('notes at the order why there is no job, and goes on with the others', async () => {
		const log = await open();
		const order = { customer: 'Bay Cafe', docstatus: 1, delivery_status: 'Not Delivered' };
		await stage().story.control('POST', 'erp/records', {
			doctype: 'Sales Order',
			name: 'SAL-ORD-2026-09999',
			values: { ...order, customer_name: 'Bay Cafe', shipping_address: ' <br> ' },
		});
		await log.run('Every 15 minutes');
		const made = new Map((await changes()).map(([, name, values]) => [name, values]));
		expect(made.size).toBe(4);
		expect(made.get('SAL-ORD-2026-09999')).toEqual({
			custom_delivery_problem: expect.stringContaining('Address'),
		});
	});
}
