import { EventLog, until } from '../../support/eventLog';
import type { OdooModels, Row } from '../../support/odooModels';
import type { Stage } from '../../support/stage';
import type { StoryWorkflow } from '../../support/storyWorkflow';
import { at, beginSmall, delivery } from './erpEvents';
import { jobCount, sentToRadaro } from './radaroJobs';

interface Opened {
	models: OdooModels;
	log: EventLog;
	reader: StoryWorkflow;
}

export function odoo(stage: () => Stage): void {
	const open = async (): Promise<Opened> => {
		const { models } = stage().story.odoo;
		models.define('stock.picking', {
			name: 'char',
			origin: 'char',
			state: 'selection',
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
		const log = await EventLog.open(stage());
		return { models, log, reader: await log.reader('erp-odoo', { begin: 'beginning' }) };
	};
	const transfer = (models: OdooModels, name: string, origin: string, values: Row = {}): number =>
		models.put('stock.picking', {
			name,
			origin,
			state: 'assigned',
			picking_type_code: 'outgoing',
			...values,
		});
	/** What stands at the transfers, by name. */
	const noted = (models: OdooModels) =>
		Object.fromEntries(
			models
				.all('stock.picking')
				.filter(({ note, carrier_tracking_ref: number }) => note ?? number)
				.map(({ name, note, carrier_tracking_ref: number }) => [name, [number, note]]),
		);

	it('notes what a driver has delivered at the outgoing transfer of its order alone', async () => {
		const { models, log, reader } = await open();
		transfer(models, 'WH/OUT/7', 'S00023');
		transfer(models, 'WH/IN/7', 'S00023', { picking_type_code: 'incoming' });
		transfer(models, 'WH/OUT/8', 'S00024');
		await stage().connected(log.receive);
		await stage().publish(reader);
		const complete = { received_by: 'P. <Natarajan>', photos: 0 };
		await stage().detrack({ do_number: 'S00023' }, { assign: {}, complete });
		await stage().detrack({ do_number: 'UNKNOWN' }, { assign: {}, complete });
		await log.passed(reader);
		expect(noted(models)).toEqual({
			'WH/OUT/7': [
				expect.stringMatching(/./),
				expect.stringMatching(
					/^<p>delivered at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d<br>Received by: P\. &lt;Natarajan&gt;<br>http.*<br>Detrack job \w+<\/p>$/,
				),
			],
		});
		expect(await log.rows('delivery_problems')).toEqual([]);
	});

	it('changes the open transfer only, below what its note says, and nothing when it is tried', async () => {
		const { models, log, reader } = await open();
		transfer(models, 'WH/OUT/7', 'S00023', {
			state: 'done',
			carrier_tracking_ref: 'FIRST-PARCEL',
			note: '<p>Fragile</p>',
		});
		transfer(models, 'WH/OUT/9', 'S00023', { note: '<p>Ring <b>twice</b></p>' });
		transfer(models, 'WH/OUT/8', 'S00023', { state: 'cancel' });
		transfer(models, 'WH/OUT/5', 'S00022', { state: 'done', note: '<p>Kept</p>' });
		transfer(models, 'WH/OUT/1', 'SAMPLE-1001');
		expect((await reader.run('Each minute')).error).toBeUndefined();
		await stage().publish(reader);
		const second = { trackingNumber: 'SECOND-PARCEL', receivedBy: 'Ada', jobId: '2' };
		const first = delivery('S00023', 'delivered', { ...at('10:00'), ...second });
		await log.add(first, delivery('S00022', 'delivered', at('10:00')));
		await log.passed(reader);
		const block = '<p>delivered at 2026-03-03 10:00:00<br>Received by: Ada<br>Radaro job 2</p>';
		const untouched = {
			'WH/OUT/7': ['FIRST-PARCEL', '<p>Fragile</p>'],
			'WH/OUT/5': [undefined, '<p>Kept</p>'],
		};
		expect(noted(models)).toEqual({
			...untouched,
			'WH/OUT/9': ['SECOND-PARCEL', `<p>Ring <b>twice</b></p>${block}`],
		});
		// As after a crash between writing and remembering.
		await log.clear('delivery_told');
		await log.add(first);
		await log.passed(reader);
		const writes = () => stage().story.odoo.requests.filter(({ method }) => method === 'write');
		const count = writes().length;
		// The same again is no news, another state is, and takes the place of the first.
		await log.add(
			first,
			delivery('S00023', 'out_for_delivery', { ...at('09:00'), ...second }),
			delivery('S00023', 'delivered', { jobType: 'collection', jobId: '3' }),
		);
		await log.passed(reader);
		expect(writes()).toHaveLength(count);
		const later = { ...at('11:00'), ...second, trackingUrl: 'https://track.example/?a=1&b=2' };
		await log.add(delivery('S00023', 'partially_delivered', later));
		await log.passed(reader);
		expect(noted(models)).toEqual({
			...untouched,
			'WH/OUT/9': [
				'SECOND-PARCEL',
				'<p>Ring <b>twice</b></p><p>partially delivered at 2026-03-03 11:00:00<br>Received by: Ada<br>https://track.example/?a=1&amp;b=2<br>Radaro job 2</p>',
			],
		});
	});

	it('notes each delivery of an order at a transfer of its own', async () => {
		const { models, log, reader } = await open();
		transfer(models, 'WH/OUT/1', 'S1', { state: 'confirmed' });
		transfer(models, 'WH/OUT/2', 'S1');
		// Only one for two deliveries.
		transfer(models, 'WH/OUT/3', 'S2');
		await stage().publish(reader);
		for (const [job, time] of [
			['11', '10:00'],
			['12', '11:00'],
		] as const) {
			await log.add(
				delivery('S1', 'delivered', { ...at(time), jobId: job, stateId: job }),
				delivery('S2', 'delivered', { ...at(time), jobId: `2${job}`, stateId: `2${job}` }),
			);
			await log.passed(reader);
		}
		// The first one is done in Odoo, and told once more.
		const [, second] = models.all('stock.picking');
		if (second) second.state = 'done';
		await log.clear('delivery_told');
		await log.add(delivery('S1', 'delivered', { ...at('10:00'), jobId: '11', stateId: '11' }));
		await log.passed(reader);
		const block = (job: string, time: string) =>
			`<p>delivered at 2026-03-03 ${time}:00<br>Radaro job ${job}</p>`;
		expect(noted(models)).toEqual({
			'WH/OUT/1': ['12', block('12', '11:00')],
			'WH/OUT/2': ['11', block('11', '10:00')],
			'WH/OUT/3': ['212', block('211', '10:00') + block('212', '11:00')],
		});
	});

	it('waits for an Odoo that is down, and sets aside what it refuses', async () => {
		const { models, log, reader } = await open();
		const { odoo: server } = stage().story;
		const names = Array.from({ length: 12 }, (_, index) => `S${index}`);
		for (const name of names) transfer(models, `WH/${name}`, name);
		await log.add(...names.map((name) => delivery(name, 'delivered', at('10:00'))));
		await beginSmall(log, reader);
		server.failing = () => 502;
		await stage().publish(reader);
		await until(async () => /Bad gateway/.test(String((await log.state(reader))?.lastError)));
		let calls = 0;
		server.failing = ({ method, arguments: given }) => {
			if (method !== 'write') return undefined;
			const [id] = given.ids as number[];
			if (id === 3) return 422;
			if (id === 5) return 500;
			return ++calls % 5 === 0 ? 500 : undefined;
		};
		await log.passed(reader);
		expect(Object.keys(noted(models))).toHaveLength(10);
		const problems = await log.rows('delivery_problems');
		expect(problems.map(({ reference, message }) => [reference, message]).sort()).toEqual([
			['S2', expect.stringContaining('Odoo did not accept this for the transfer WH/S2')],
			['S4', expect.stringContaining('Odoo has an error of its own')],
		]);
		server.obey();
		const again = await stage().imported('event-log/try-again');
		expect((await again.run('Try again')).error).toBeUndefined();
		await log.passed(reader);
		expect(Object.keys(noted(models))).toHaveLength(12);
	});

	it('makes jobs of confirmed orders once, with the address of the customer', async () => {
		const { models, reader } = await open();
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
		// Their jobs are there: one from a run that has died, and one of somebody else.
		models.put('sale.order', { ...order, name: 'S00027' });
		models.put('sale.order', { ...order, name: 'S00028' });
		const left = await stage().radaro({ external_id: 'S00027', customer: { name: 'Bay  Cafe' } });
		await stage().radaro({ external_id: 'S00028', customer: { name: 'Zoe' } });
		const { error } = await reader.run('Every 15 minutes');
		expect(error).toBeUndefined();
		const told = models
			.all('sale.order')
			.map(({ name, x_delivery_job: job, x_delivery_problem: problem }) => [name, job, problem]);
		expect(told).toEqual([
			['S00023', expect.stringMatching(/^\d+$/), false],
			['S00024', false, false],
			['S00025', '77', false],
			['S00026', false, expect.stringContaining('Address')],
			['S00027', left.id, false],
			['S00028', false, expect.stringContaining('already exists')],
		]);
		expect((await sentToRadaro(stage())).flat()).toContainEqual(
			expect.objectContaining({
				external_id: 'S00023',
				customer: { name: 'Bay Cafe', phone: '0390001201' },
				deliver_address: { address: 'Bay Cafe, 12 Moorabool St, Geelong VIC 3220, Australia' },
				deliver_before: '2099-03-03T00:30:00Z',
			}),
		);
		expect((await reader.run('Every 15 minutes')).error).toBeUndefined();
		expect(await jobCount(stage())).toBe(3);
	});

	const LEFT = /^Some orders could not be made jobs, or Odoo did not take what became of them\./;
	// n8n hands the input of a node on as its answer where that throws before its first item.
	it.each([
		['Find the transfers', 'Each minute', /is your credential chosen in each node of Odoo\?$/],
		['Delivery address', 'Every 15 minutes', LEFT],
		['Note the job', 'Every 15 minutes', LEFT],
		['Note the problem', 'Every 15 minutes', LEFT],
	])('takes no input of %s for an answer of Odoo', async (node, from, said) => {
		const { models, reader: whole } = await open();
		const reader = await stage().importedFile(whole.file, { [node]: { resource: 'unknown' } });
		const there = node !== 'Note the problem';
		const partner = models.put('res.partner', {
			name: 'Bay Cafe',
			contact_address: there ? '1 Elm St' : '\n',
		});
		models.put('sale.order', {
			name: 'S1',
			state: 'sale',
			partner_shipping_id: [partner, 'Bay Cafe'],
			x_delivery_job: false,
			x_delivery_problem: false,
		});
		expect((await reader.run(from)).error).toMatch(said);
		expect(models.all('sale.order')).toMatchObject([
			{ x_delivery_job: false, x_delivery_problem: false },
		]);
	});

	it('makes no order a second job when Odoo does not take its number, or Radaro is down', async () => {
		const { models, log, reader } = await open();
		const { odoo: server } = stage().story;
		const partner = models.put('res.partner', { name: 'Bay Cafe', contact_address: '1 Elm St' });
		for (const name of ['S1', 'S2', 'S3']) {
			models.put('sale.order', {
				name,
				state: 'sale',
				partner_shipping_id: [partner, 'Bay Cafe'],
				x_delivery_job: false,
				x_delivery_problem: false,
			});
		}
		const jobs = () => models.all('sale.order').map((order) => Boolean(order.x_delivery_job));
		await stage().story.control('POST', 'radaro/faults', { kind: 'status', status: 503 });
		expect((await reader.run('Every 15 minutes')).error).toContain('The next run tries');
		expect(models.all('sale.order').map((order) => order.x_delivery_problem)).toEqual([
			false,
			false,
			false,
		]);
		await stage().story.control('DELETE', 'radaro/faults');
		server.failing = ({ method, arguments: given }) =>
			method === 'write' && (given.ids as number[])[0] === 2 ? 503 : undefined;
		expect((await reader.run('Every 15 minutes')).error).toContain('The next run tries');
		expect(jobs()).toEqual([true, false, true]);
		server.obey();
		expect((await reader.run('Every 15 minutes')).error).toBeUndefined();
		expect(jobs()).toEqual([true, true, true]);
		expect(await jobCount(stage())).toBe(3);
		expect(await log.rows('delivery_readers')).toEqual([]);
	});
}
