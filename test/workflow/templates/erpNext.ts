import { type Cells, EventLog, until } from '../../support/eventLog';
import type { Stage } from '../../support/stage';
import { ERPNEXT_HOST } from '../../support/storyParts';
import type { StoryWorkflow } from '../../support/storyWorkflow';
import { at, beginSmall, delivery } from './erpEvents';
import { jobCount, sentToRadaro } from './radaroJobs';

interface Change {
	doctype: string;
	name: string;
	values: Record<string, unknown>;
}

const SETTINGS = { erpNext: `https://${ERPNEXT_HOST}/`, begin: 'beginning' };

export function erpNext(stage: () => Stage): void {
	const open = async (settings = SETTINGS): Promise<{ log: EventLog; reader: StoryWorkflow }> => {
		await stage().story.control('PATCH', 'erp/settings', { unknownFields: 'refused' });
		const log = await EventLog.open(stage());
		return { log, reader: await log.reader('erp-erpnext', settings) };
	};
	const changes = async () =>
		(await stage().story.control<Change[]>('GET', 'erp/changes'))
			.map(({ doctype, name, values }) => [doctype, name, values] as const)
			.reverse();
	/** What the delivery notes say in the end. */
	const notes = async () =>
		Object.fromEntries(
			(await changes()).map(([, name, values]) => [name, values.custom_delivery_status]),
		);
	const put = async (doctype: string, name: string, values: object = {}): Promise<void> => {
		await stage().story.control('POST', 'erp/records', { doctype, name, values });
	};
	const note = async (...names: string[]): Promise<void> => {
		for (const name of names) await put('Delivery Note', name, { customer: 'Ada' });
	};
	const fault = async (values: object): Promise<void> => {
		await stage().story.control('POST', 'erp/faults', { kind: 'status', ...values });
	};

	it('writes what a driver has delivered into the note of its reference, once', async () => {
		const { log, reader } = await open();
		await stage().connected(log.receive);
		await stage().publish(reader);
		const steps = { assign: {}, complete: { received_by: 'P. <Natarajan>', photos: 1 } };
		const { id } = await stage().detrack({ do_number: 'DN 7/1' }, steps);
		await stage().step('detrack', id, 'repost');
		await log.passed(reader);
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

	it('looks for its samples when it is tried, and says what is not filled in', async () => {
		const { log, reader } = await open();
		await note('SAMPLE-1001', 'SAMPLE-1002');
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect(await notes()).toEqual({ 'SAMPLE-1002': 'delivered' });
		const empty = await log.reader('erp-erpnext', { ...SETTINGS, erpNext: ' ' });
		expect((await empty.run('Each minute')).error).toMatch(
			/^Settings: enter the address of your ERPNext in “erpNext”/,
		);
		for (const name of ['delivery_readers', 'delivery_told', 'delivery_problems']) {
			expect(await log.rows(name)).toEqual([]);
		}
	});

	it('leaves each record in its last state, whatever the order of the events', async () => {
		const { log, reader } = await open();
		await note('DN-1', 'DN-2', 'DN-3', 'DN-4', 'DN-5', 'DN-6', 'DN-7', 'DN-8');
		const first: Cells[] = [
			delivery('DN-1', 'out_for_delivery', at('09:00')),
			delivery('DN-1', 'delivered', { ...at('10:00'), receivedBy: 'Ada' }),
			delivery('DN-2', 'delivered', at('10:00')),
			// Neither is a delivery.
			delivery('DN-3', 'delivered', { jobType: 'collection' }),
			delivery('DN-4', 'picked_up', { jobType: 'collection', providerEvent: 'ASSIGNMENT_DONE' }),
			// Two jobs of one note: the later one counts, though it came first.
			delivery('DN-5', 'delivered', at('11:00')),
			delivery('DN-5', 'partially_delivered', { ...at('09:30'), jobId: 'another', stateId: 'a' }),
			delivery('DN-6', 'delivered', at('10:00')),
			delivery('DN-7', 'attempt_failed', at('12:00')),
			// RoutiGo tells a delivery of its stop and its shipment as well.
			delivery('DN-8', 'delivered', { provider: 'routigo', providerEvent: 'STOP_DONE' }),
			delivery('SAL-ORD-2026-00001', 'delivered', at('10:00')),
			delivery('NOWHERE', 'delivered', at('10:00')),
		];
		await log.add(...first);
		await stage().publish(reader);
		await log.passed(reader);
		await log.add(
			delivery('DN-2', 'partially_delivered', at('09:50')),
			// It was a mistake.
			delivery('DN-6', 'attempt_failed', at('10:20')),
			delivery('DN-7', 'delivered', at('11:30')),
		);
		await log.passed(reader);
		const expected = {
			'DN-1': 'delivered',
			'DN-2': 'delivered',
			'DN-5': 'delivered',
			'DN-6': 'attempt_failed',
			'SAL-ORD-2026-00001': 'delivered',
		};
		expect(await notes()).toEqual(expected);
		const all = await changes();
		expect(all.find(([, name]) => name === 'DN-1')).toEqual([
			'Delivery Note',
			'DN-1',
			{
				custom_delivery_status: 'delivered',
				custom_delivered_at: '2026-03-03 10:00:00',
				custom_received_by: 'Ada',
				custom_proof: '',
			},
		]);
		expect(all.find(([, name]) => name === 'SAL-ORD-2026-00001')?.[0]).toBe('Sales Order');
		expect(all.filter(([, name]) => name === 'DN-6').at(-1)?.[2].custom_delivered_at).toBe('');
		expect(await log.rows('delivery_problems')).toEqual([]);
		// The same events again, as when a service sends them twice.
		await log.add(...first);
		await log.passed(reader);
		expect(await changes()).toHaveLength(all.length);
		// And as after a crash between writing and remembering.
		await log.clear('delivery_told');
		await log.add(...first.slice(0, 3));
		await log.passed(reader);
		expect(await notes()).toEqual(expected);
	});

	it('gets every record written by an ERPNext that answers 500 every fifth time', async () => {
		const { log, reader } = await open();
		const names = Array.from({ length: 30 }, (_, index) => `DN-${index}`);
		await note(...names);
		await fault({ status: 500, every: 5 });
		await log.add(...names.map((name) => delivery(name, 'delivered', at('10:00'))));
		await stage().publish(reader);
		await log.passed(reader);
		expect(Object.keys(await notes())).toHaveLength(30);
		expect(new Set(Object.values(await notes()))).toEqual(new Set(['delivered']));
		expect(await log.rows('delivery_problems')).toEqual([]);
	});

	it('waits for an ERPNext that is down, and sets aside what it refuses', async () => {
		const { log, reader } = await open();
		await note('DN-1', 'DN-2', 'DN-3', 'DN-4');
		await beginSmall(log, reader);
		await fault({ kind: 'reset' });
		await log.add(
			...['DN-1', 'DN-2', 'DN-3', 'DN-4'].map((name) => delivery(name, 'delivered', at('10:00'))),
		);
		await stage().publish(reader);
		const says = async (words: RegExp) =>
			await until(async () => words.test(String((await log.state(reader))?.lastError)));
		await says(/it cannot be reached/);
		await stage().story.control('DELETE', 'erp/faults');
		await fault({ status: 503 });
		await says(/it answers with status 503/);
		expect(await notes()).toEqual({});
		await stage().story.control('DELETE', 'erp/faults');
		await fault({ status: 417, methods: ['PUT'], path: 'DN-2' });
		// A record that ERPNext itself stumbles over.
		await fault({ status: 500, methods: ['PUT'], path: 'DN-3' });
		await log.passed(reader);
		expect(await notes()).toEqual({ 'DN-1': 'delivered', 'DN-4': 'delivered' });
		const problems = await log.rows('delivery_problems');
		expect(problems.map(({ reference, message }) => [reference, message]).sort()).toEqual([
			['DN-2', expect.stringContaining('(status 417)')],
			['DN-3', expect.stringContaining('ERPNext has an error of its own')],
		]);
		await stage().story.control('DELETE', 'erp/faults');
		expect((await (await stage().imported('event-log/try-again')).run('Try again')).error).toBe(
			undefined,
		);
		await log.passed(reader);
		expect(Object.keys(await notes()).sort()).toEqual(['DN-1', 'DN-2', 'DN-3', 'DN-4']);
	});

	const orderOf = (values: object) => ({
		customer: 'Bay Cafe',
		customer_name: 'Bay Cafe',
		docstatus: 1,
		delivery_status: 'Not Delivered',
		...values,
	});
	it('makes jobs of submitted orders once, each for the place of its address alone', async () => {
		const { reader } = await open();
		const printed = '12 Moorabool St<br>\nGeelong<br>\nVIC<br>\n3220<br>\nAustralia<br>\n<br>\n';
		const addresses: Array<[object, string]> = [
			[
				{
					shipping_address: `${printed}Phone: 0390001201<br>Email: cafe@example.com<br>`,
					customer_address: 'Head office',
				},
				'12 Moorabool St, Geelong, VIC, 3220, Australia',
			],
			[
				{ shipping_address: '<div class="address">Smith &amp; Sons, 5 Elm St</div>' },
				'Smith & Sons, 5 Elm St',
			],
			[
				{
					address_display:
						'<p>Caf&eacute; No&#039;1</p><p>3 Elm St,</p>Telefon: +49 30 5550101<br/>Fax : 1<br>E-Mail: a@b.example',
				},
				"Café No'1, 3 Elm St",
			],
			[
				{ shipping_address_name: 'Bay Cafe-Shipping', shipping_address: 'old<br>Phone: 1' },
				'Unit 5, 14 Banksia St, Geelong, VIC, 3220, Australia',
			],
			[
				{ shipping_address_name: 'Gone', shipping_address: '1 Elm St<br>Phone: 0390001201' },
				'1 Elm St',
			],
		];
		await put('Address', 'Bay Cafe-Shipping', {
			address_line1: 'Unit 5, 14 Banksia St',
			city: 'Geelong',
			state: 'VIC',
			pincode: '3220',
			country: 'Australia',
			phone: '0390001201',
		});
		for (const [index, [values]] of addresses.entries()) {
			await put('Sales Order', `SAL-ORD-2026-0900${index}`, orderOf(values));
		}
		expect((await reader.run('Every 15 minutes')).error).toBeUndefined();
		const [bodies, ...more] = await sentToRadaro(stage());
		expect(more).toEqual([]);
		const places = (bodies as Array<{ external_id: string; deliver_address: unknown }>)
			.filter(({ external_id: id }) => id.includes('-0900'))
			.sort((one, other) => (one.external_id < other.external_id ? -1 : 1))
			.map(({ deliver_address: place }) => place);
		expect(places).toEqual(addresses.map(([, address]) => ({ address })));
		expect(bodies).toContainEqual(
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
		const made = await changes();
		expect(new Set(made.map(([, name]) => name)).size).toBe(8);
		for (const [doctype, , values] of made) {
			expect([doctype, values]).toEqual([
				'Sales Order',
				{ custom_delivery_job: expect.stringMatching(/^\d+$/) },
			]);
		}
		expect((await reader.run('Every 15 minutes')).error).toBeUndefined();
		expect(await changes()).toHaveLength(8);
		expect(await sentToRadaro(stage())).toHaveLength(1);
	});

	it('notes at the order why there is no job, and makes none twice when a run has died', async () => {
		const { log, reader } = await open();
		await put('Sales Order', 'SAL-ORD-2026-09999', orderOf({ shipping_address: ' <br> ' }));
		// Somebody else's job of this number.
		await put('Sales Order', 'SAL-ORD-2026-09998', orderOf({ shipping_address: '1 Elm St' }));
		await stage().radaro({ external_id: 'SAL-ORD-2026-09998', customer: { name: 'Zoe' } });
		await fault({ status: 500, methods: ['PUT'], path: '00002' });
		expect((await reader.run('Every 15 minutes')).error).toContain('The next run tries');
		const made = async () =>
			new Map((await changes()).map(([, name, values]) => [name, values] as const));
		expect((await made()).size).toBe(4);
		await stage().story.control('DELETE', 'erp/faults');
		expect((await reader.run('Every 15 minutes')).error).toBeUndefined();
		const values = await made();
		expect(values.get('SAL-ORD-2026-09999')).toEqual({
			custom_delivery_problem: expect.stringContaining('Address'),
		});
		expect(values.get('SAL-ORD-2026-09998')).toEqual({
			custom_delivery_problem: expect.stringContaining('already exists'),
		});
		expect(await jobCount(stage())).toBe(4);
		expect(values.get('SAL-ORD-2026-00002')).toEqual({
			custom_delivery_job: expect.stringMatching(/^\d+$/),
		});
		expect(await log.rows('delivery_readers')).toEqual([]);
	});

	it('waits with orders for a Radaro that is down', async () => {
		const { reader } = await open();
		await stage().story.control('POST', 'radaro/faults', { kind: 'status', status: 503 });
		expect((await reader.run('Every 15 minutes')).error).toContain('The next run tries');
		expect(await changes()).toEqual([]);
		await stage().story.control('DELETE', 'radaro/faults');
		expect((await reader.run('Every 15 minutes')).error).toBeUndefined();
		expect(await changes()).toHaveLength(3);
	});
}
