import { type Cells, EventLog, until } from '../../support/eventLog';
import type { MailServer } from '../../support/mailServer';
import type { Stage } from '../../support/stage';
import type { StoryWorkflow } from '../../support/storyWorkflow';

const NAME = 'customer-told';
const SETTINGS = { sender: 'shop@sender.example', begin: 'beginning' };

let events = 0;
/** An event of a job, in a state of its own. */
function event(job: string, status: string, values: Cells = {}): Cells {
	return {
		eventId: `m${events++}`,
		event: 'status_changed',
		status,
		stateId: `${job} ${status}`,
		jobId: job,
		reference: job,
		jobType: 'delivery',
		recipientName: 'Priya',
		recipientEmail: `${job.toLowerCase()}@customer.example`,
		isFinal: status === 'delivered',
		receivedAt: '2026-03-03T00:00:00Z',
		...values,
	};
}

export function customers(stage: () => Stage, server: () => MailServer): void {
	const open = async (): Promise<{ log: EventLog; reader: StoryWorkflow }> => {
		const log = await EventLog.open(stage());
		return { log, reader: await log.reader(NAME, SETTINGS) };
	};
	const subjects = () => server().mails.map(({ subject }) => subject);
	const at = (time: string) => ({ occurredAt: `2026-03-03T${time}:00+11:00` });

	it('sends its sample mails to the sender when it is tried, and touches nothing else', async () => {
		const { log, reader } = await open();
		const { error } = await reader.run('Each minute');
		expect(error).toBeUndefined();
		expect(new Set(server().mails.map(({ to }) => to))).toEqual(new Set([SETTINGS.sender]));
		expect(subjects().sort()).toEqual([
			'Your delivery SAMPLE-1001 is on its way',
			'Your delivery SAMPLE-1002 has arrived',
			'Your delivery SAMPLE-2001 is scheduled',
			'Your delivery SAMPLE-3001 is scheduled',
			'Your delivery SAMPLE-4001 has arrived',
		]);
		expect(await log.rows('delivery_readers')).toEqual([]);
		expect(await log.rows('delivery_told')).toEqual([]);
	});

	it('tells the customer of what a driver taps', async () => {
		const log = await EventLog.open(stage());
		await stage().connected(log.receive);
		const reader = await stage().publish(await log.reader(NAME, SETTINGS));
		const customer = { name: 'Tom Okafor', email: 'tom@customer.example', phone: '+61355501044' };
		const { id } = await stage().radaro(
			{ external_id: 'SO-1', customer },
			{ assign: {}, start: {} },
		);
		await log.passed(reader);
		await stage().step('radaro', id, 'deliver', { comment: 'At the door' });
		await stage().step('radaro', id, 'repeat');
		const shipping = { ship_to: { first_name: 'Robin', email: 'robin@customer.example' } };
		await stage().readyCloud({ primary_id: 'WEB-1', shipping }, { ship: {}, deliver: {} });
		await log.passed(reader);
		expect(
			server()
				.mails.map(({ to, subject }) => `${to}: ${subject}`)
				.sort(),
		).toEqual([
			'robin@customer.example: Your delivery WEB-1 has arrived',
			'tom@customer.example: Your delivery SO-1 has arrived',
			'tom@customer.example: Your delivery SO-1 is on its way',
		]);
	});

	it('says what to do where n8n takes another table for its own, and blames no event', async () => {
		const { log, reader } = await open();
		await log.add(event('SO-1', 'delivered', at('10:00')));
		await log.beside('delivery_told backup', async () => {
			await stage().publish(reader);
			const failed = await until(async () => {
				const state = await log.state(reader);
				return state?.turn === '' && state.lastError !== '' && state;
			});
			expect(failed).toMatchObject({
				tries: 0,
				lastError: expect.stringMatching(
					/Column.+ do not exist.+ Run “Make the tables” in “Event log: receive”/,
				),
			});
		});
		await log.passed(reader);
		expect(subjects()).toEqual(['Your delivery SO-1 has arrived']);
	});

	it('says each state once, as it comes, and the last one after a pause', async () => {
		const { log, reader } = await open();
		await stage().publish(reader);
		const scheduled = { windowFrom: '2026-03-02T22:00:00Z', windowTo: '2026-03-03T00:30:00Z' };
		for (const each of [
			event('SO-1', 'scheduled', { ...scheduled, ...at('08:00') }),
			event('SO-1', 'scheduled', { ...scheduled, ...at('08:00') }),
			event('SO-1', 'out_for_delivery', { ...scheduled, ...at('09:00') }),
			event('SO-1', 'arriving', at('09:20')),
			event('SO-1', 'out_for_delivery', at('09:30')),
			event('SO-1', 'delivered', { ...at('10:00'), note: 'At the door' }),
			event('SO-1', 'delivered', { ...at('10:20'), event: 'rating_received' }),
		]) {
			await log.add(each);
			await log.passed(reader);
		}
		expect(subjects()).toEqual([
			'Your delivery SO-1 is scheduled',
			'Your delivery SO-1 is on its way',
			'Your delivery SO-1 has arrived',
		]);
		const [first, , last] = server().mails;
		// Melbourne is eleven hours ahead in March.
		expect(first?.text).toContain('When: 3 Mar, 09:00 to 11:30\n');
		expect(last?.text).toContain('Note of the driver: At the door');
		server().mails.length = 0;
		// As after an outage.
		await log.add(
			event('SO-2', 'out_for_delivery', at('09:00')),
			event('SO-2', 'delivered', at('10:00')),
		);
		await log.passed(reader);
		expect(subjects()).toEqual(['Your delivery SO-2 has arrived']);
	});

	it('says nothing about an earlier state once a later one is known', async () => {
		const { log, reader } = await open();
		await stage().publish(reader);
		for (const each of [
			event('SO-7', 'delivered', at('10:30')),
			event('SO-7', 'out_for_delivery', at('09:30')),
			// Without a time of its own, after a final state.
			event('SO-7', 'scheduled', { windowFrom: '2026-03-09' }),
			event('SO-8', 'cancelled', { ...at('09:00'), isFinal: true }),
			event('SO-8', 'out_for_delivery', at('08:00')),
			// Another attempt is news.
			event('SO-8', 'out_for_delivery', { ...at('12:00'), attempt: 2, stateId: 'SO-8 2 out' }),
		]) {
			await log.add(each);
			await log.passed(reader);
		}
		expect(subjects()).toEqual([
			'Your delivery SO-7 has arrived',
			'Your delivery SO-8 is on its way',
		]);
		server().mails.length = 0;
		// The same, read in one batch.
		await log.add(
			event('SO-9', 'delivered', at('10:30')),
			event('SO-9', 'scheduled', { windowFrom: '2026-03-09' }),
			event('SO-10', 'out_for_delivery', { ...at('12:00'), attempt: 2, stateId: 'SO-10 2 out' }),
			event('SO-10', 'delivered', { ...at('12:30'), attempt: 1 }),
			// Told in one moment, by two events, of which the final one came first.
			event('SO-11', 'delivered', at('11:00')),
			event('SO-11', 'in_transit', at('11:00')),
		);
		await log.passed(reader);
		expect(subjects().sort()).toEqual([
			'Your delivery SO-10 is on its way',
			'Your delivery SO-11 has arrived',
			'Your delivery SO-9 has arrived',
		]);
	});

	it('says nothing about a collection, or to nobody, and a window as a person says it', async () => {
		const { log, reader } = await open();
		const scheduled = (job: string, windowFrom: string, windowTo: string | null) =>
			event(job, 'scheduled', { windowFrom, windowTo });
		await log.add(
			event('RET-7', 'delivered', { jobType: 'collection' }),
			event('NOBODY', 'delivered', { recipientEmail: null }),
			scheduled('DAY', '2099-03-03', '2099-03-03'),
			scheduled('LOCAL', '2099-03-03T09:00:00', '2099-03-03T12:00:00'),
			scheduled('NIGHT', '2099-03-03T22:00:00', '2099-03-04T02:00:00'),
		);
		await stage().publish(reader);
		await log.passed(reader);
		const lines = server().mails.map(({ to, text }) => [
			to.split('@')[0],
			/When: (.+)/.exec(text)?.[1],
		]);
		expect(lines.sort()).toEqual([
			['day', '3 Mar'],
			['local', '3 Mar, 09:00 to 12:00'],
			['night', '3 Mar, 22:00 to 4 Mar, 02:00'],
		]);
	});

	it('tells all others when an address is refused, and that one when it was corrected', async () => {
		const { log, reader } = await open();
		server().refusing = /^so-2@/;
		await log.add(...['SO-1', 'SO-2', 'SO-3'].map((job) => event(job, 'delivered')));
		await stage().publish(reader);
		await log.passed(reader);
		expect(
			server()
				.mails.map(({ to }) => to)
				.sort(),
		).toEqual(['so-1@customer.example', 'so-3@customer.example']);
		expect(await log.rows('delivery_problems')).toEqual([
			expect.objectContaining({ reference: 'SO-2', message: expect.stringContaining('550') }),
		]);
		server().refusing = undefined;
		const again = await stage().imported('event-log/try-again');
		expect((await again.run('Try again')).error).toBeUndefined();
		await log.passed(reader);
		expect(subjects()).toHaveLength(3);
		expect(await log.rows('delivery_problems')).toEqual([
			expect.objectContaining({ state: 'tried' }),
		]);
	});

	it('waits for a mail server that is busy, and tells each customer once', async () => {
		const { log, reader } = await open();
		server().isBusy = true;
		await log.add(...['SO-1', 'SO-2', 'SO-3'].map((job) => event(job, 'delivered')));
		await stage().publish(reader);
		await until(async () => /421|later/.test(String((await log.state(reader))?.lastError)));
		server().isBusy = false;
		expect(await log.passed(reader)).toMatchObject({ tries: 0, take: 500 });
		expect(subjects()).toHaveLength(3);
		expect(await log.rows('delivery_problems')).toEqual([]);
	});

	it('tells at most one customer twice when n8n is killed', async () => {
		const { log, reader } = await open();
		const { n8n } = stage().story;
		const jobs = Array.from({ length: 8 }, (_, index) => `SO-${index}`);
		await log.add(...jobs.map((job) => event(job, 'delivered')));
		const killed = new Promise<void>((resolve) => {
			server().onTaken = async () => {
				if (server().mails.length < 4) return;
				server().onTaken = undefined;
				await n8n.kill();
				resolve();
			};
		});
		await stage().publish(reader);
		await killed;
		await n8n.restart();
		await log.passed(reader);
		expect(new Set(server().mails.map(({ to }) => to)).size).toBe(8);
		expect(server().mails.length).toBeLessThanOrEqual(9);
	});
}
