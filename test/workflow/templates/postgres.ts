import { type Cells, EventLog, until } from '../../support/eventLog';
import { routigoOrder } from '../../support/routigoOrder';
import type { Stage } from '../../support/stage';
import { at, beginSmall, delivery } from './erpEvents';
import { jobCount, sentToRadaro } from './radaroJobs';

const OWN = 'delivery_staging, delivery_orders, delivery_states';

export function postgres(stage: () => Stage): void {
	const open = async () => {
		const { postgres: database } = stage().story;
		await database.run(`DROP TABLE IF EXISTS ${OWN}`);
		const log = await EventLog.open(stage());
		const reader = await log.reader('erp-postgres', { begin: 'beginning' });
		for (let time = 1; time <= 2; time++) {
			expect((await reader.run('Run once')).error).toBeUndefined();
		}
		const staged = async () =>
			await database.query(
				'SELECT event_id, reference, status FROM delivery_staging ORDER BY reference, occurred_at',
			);
		return { database, log, reader, staged };
	};

	it('gets one row per delivered job of every service, and no failure', async () => {
		const { database, log, reader } = await open();
		await stage().connected(log.receive);
		await stage().publish(reader);
		const steps = { assign: {}, start: {}, deliver: {}, repeat: {}, rate: {} };
		await stage().radaro({ external_id: '000451', customer: { name: "Siobhan O'Neill" } }, steps);
		await stage().detrack({ do_number: '000452' }, { assign: {}, complete: {} });
		await stage().detrack({ do_number: 'FAILED' }, { assign: {}, fail: {} });
		const tour = { orders: [routigoOrder('000453'), routigoOrder('FAILED', 'Joris', '28')] };
		await stage().routigo(tour, { plan: {}, assign: {}, start: {}, done: {}, fail: {} });
		await stage().readyCloud({ primary_id: '000454' }, { ship: {}, deliver: {} });
		await log.passed(reader);
		const rows = await database.query('SELECT * FROM delivery_staging ORDER BY reference');
		expect(rows).toEqual([
			expect.objectContaining({
				provider: 'radaro',
				event: 'status_changed',
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
			expect.objectContaining({
				provider: 'detrack',
				reference: '000452',
				photo_urls: expect.stringMatching(/^http\S+$/),
			}),
			expect.objectContaining({ provider: 'routigo', reference: '000453', photo_urls: '' }),
			expect.objectContaining({ provider: 'readyCloud', reference: '000454', photo_urls: '' }),
		]);
		expect(rows[0]?.latitude).toEqual(expect.any(Number));
	});

	it('gets the last state of each job alone, and whatever a driver has typed', async () => {
		const { database, log, reader, staged } = await open();
		const events: Cells[] = [
			delivery('SO-1', 'partially_delivered', at('10:00')),
			delivery('SO-1', 'delivered', { ...at('10:30'), eventId: 'one' }),
			delivery('SO-1', 'delivered', { ...at('11:00'), event: 'rating_received' }),
			delivery('SO-2', 'attempt_failed', at('12:00')),
			delivery('SO-3', 'delivered', { jobType: 'collection' }),
			delivery('SO-4', 'picked_up', { jobType: 'collection' }),
			// Told in one moment, by two events, of which the final one came first.
			delivery('SO-11', 'delivered', { ...at('11:00'), eventId: 'once' }),
			delivery('SO-11', 'in_transit', at('11:00')),
			// Of the attempt before, though later.
			delivery('SO-12', 'delivered', { ...at('09:00'), eventId: 'second', attempt: 2 }),
			delivery('SO-12', 'attempt_failed', { ...at('10:00'), attempt: 1 }),
			// Without a time of its own.
			delivery('SO-13', 'delivered', { ...at('10:00'), eventId: 'timed' }),
			delivery('SO-13', 'in_transit', { receivedAt: '2026-03-04T00:00:00Z' }),
			delivery('SO-7', 'delivered', {
				...at('10:00'),
				eventId: 'nul',
				note: 'Left\u0000at the door',
				reason: 'half \ud83d a smile, \\u0000 and a back\\slash',
				attempt: 2,
				amount: '12.50',
				photoUrls: '["https://a.example/1","https://a.example/2"]',
			}),
		];
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect(await staged()).toEqual([]);
		await log.add(...events);
		await stage().publish(reader);
		await log.passed(reader);
		const first = [
			{ event_id: 'one', reference: 'SO-1', status: 'delivered' },
			{ event_id: 'once', reference: 'SO-11', status: 'delivered' },
			{ event_id: 'second', reference: 'SO-12', status: 'delivered' },
			{ event_id: 'timed', reference: 'SO-13', status: 'delivered' },
			{ event_id: 'nul', reference: 'SO-7', status: 'delivered' },
		];
		expect(await staged()).toEqual(first);
		const values = 'note, reason, attempt, amount, photo_urls';
		expect(
			await database.query(`SELECT ${values} FROM delivery_staging WHERE event_id = 'nul'`),
		).toEqual([
			{
				note: 'Left at the door',
				reason: 'half \ufffd a smile, \\u0000 and a back\\slash',
				attempt: 2,
				amount: 12.5,
				photo_urls: 'https://a.example/1\nhttps://a.example/2',
			},
		]);
		await log.add(
			// Earlier than what is known, and known already.
			delivery('SO-1', 'partially_delivered', { ...at('10:10'), stateId: 'SO-1 other' }),
			delivery('SO-2', 'delivered', at('11:30')),
			delivery('SO-7', 'delivered', { ...at('10:00'), eventId: 'state-SO-7', attempt: 2 }),
			...events,
		);
		await log.passed(reader);
		expect(await staged()).toEqual(first);
		await log.add(
			delivery('SO-1', 'attempt_failed', at('12:00')),
			delivery('SO-2', 'delivered', { ...at('13:00'), eventId: 'two' }),
		);
		await log.passed(reader);
		await log.add(delivery('SO-1', 'delivered', { ...at('14:00'), eventId: 'again' }));
		await log.passed(reader);
		expect(await staged()).toEqual([
			{ event_id: 'one', reference: 'SO-1', status: 'delivered' },
			{ event_id: 'again', reference: 'SO-1', status: 'delivered' },
			{ event_id: 'once', reference: 'SO-11', status: 'delivered' },
			{ event_id: 'second', reference: 'SO-12', status: 'delivered' },
			{ event_id: 'timed', reference: 'SO-13', status: 'delivered' },
			{ event_id: 'two', reference: 'SO-2', status: 'delivered' },
			{ event_id: 'nul', reference: 'SO-7', status: 'delivered' },
		]);
		expect(await log.rows('delivery_problems')).toEqual([]);
	});

	it('waits for tables that are not there, and sets aside a row that is refused', async () => {
		const { database, log, reader, staged } = await open();
		await database.run(`DROP TABLE ${OWN}`);
		await beginSmall(log, reader);
		const names = ['SO-1', 'SO-2', 'SO-3', 'SO-4', 'SO-5'];
		await log.add(
			...names.map((name) =>
				delivery(name, 'delivered', { amount: name === 'SO-3' ? 'twelve 451' : '1' }),
			),
		);
		await stage().publish(reader);
		await until(async () => /Run once/.test(String((await log.state(reader))?.lastError)));
		expect(await log.rows('delivery_problems')).toEqual([]);
		expect((await reader.run('Run once')).error).toBeUndefined();
		await log.passed(reader);
		expect((await staged()).map(({ reference }) => reference)).toEqual(
			names.filter((name) => name !== 'SO-3'),
		);
		expect(await log.rows('delivery_problems')).toEqual([
			expect.objectContaining({
				reference: 'SO-3',
				message: expect.stringContaining('PostgreSQL did not accept this'),
			}),
		]);
	});

	it('makes jobs of orders with one request, and says what became of each', async () => {
		const { database, log, reader } = await open();
		await database.run(`INSERT INTO delivery_orders
			(order_number, customer_name, customer_phone, address, deliver_before) VALUES
			('000451', 'Siobhan O''Neill', '0400555012', '14 Banksia St', '2099-03-03 11:30+11'),
			('SO-2', 'Tom', NULL, '', NULL),
			('SO-3', 'Tom', NULL, '3 Elm St', NULL)`);
		const select = `SELECT order_number, job_id IS NOT NULL AS job, sent_at IS NOT NULL AS sent,
			problem IS NOT NULL AS refused FROM delivery_orders ORDER BY order_number`;
		const row = (number: string, job: boolean, refused = !job) => ({
			order_number: number,
			job,
			sent: job,
			refused,
		});
		await stage().story.control('POST', 'radaro/faults', { kind: 'status', status: 503 });
		expect((await reader.run('Every 5 minutes')).error).toContain('The next run tries');
		expect(await database.query(select)).toEqual([
			row('000451', false, false),
			row('SO-2', false, false),
			row('SO-3', false, false),
		]);
		await stage().story.control('DELETE', 'radaro/faults');
		await stage().story.control('DELETE', 'radaro/requests');
		expect((await reader.run('Every 5 minutes')).error).toBeUndefined();
		const rows = [row('000451', true), row('SO-2', false), row('SO-3', true)];
		expect(await database.query(select)).toEqual(rows);
		await reader.run('Every 5 minutes');
		expect(await sentToRadaro(stage())).toEqual([
			[
				expect.objectContaining({
					external_id: '000451',
					customer: { name: "Siobhan O'Neill", phone: '0400555012' },
					deliver_before: '2099-03-03T00:30:00Z',
				}),
				expect.objectContaining({ external_id: 'SO-3' }),
			],
		]);
		// As when a run has died between making the job and noting it; SO-2 has a stranger's number.
		await database.run(`UPDATE delivery_orders SET sent_at = NULL, job_id = NULL, problem = NULL`);
		await database.run(
			`UPDATE delivery_orders SET address = '2 Elm St' WHERE order_number = 'SO-2'`,
		);
		await stage().radaro({ external_id: 'SO-2', customer: { name: 'Zoe' } });
		expect((await reader.run('Every 5 minutes')).error).toBeUndefined();
		expect(await database.query(select)).toEqual(rows);
		expect(await jobCount(stage())).toBe(3);
		expect(await log.rows('delivery_readers')).toEqual([]);
	});
}
