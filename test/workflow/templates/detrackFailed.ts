import { DISPATCHER_SETTINGS, withMailServer } from '../../support/dispatcher';
import { EventLog, until } from '../../support/eventLog';
import type { Stage } from '../../support/stage';

const NAME = 'detrack-failed';

/** A day in Melbourne, where n8n is, so many days from today. */
function dayFrom(days: number): string {
	const [year = 0, month = 0, day = 0] = new Date()
		.toLocaleDateString('en-CA', { timeZone: 'Australia/Melbourne' })
		.split('-')
		.map(Number);
	return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

interface Request {
	method: string;
	path: string;
	body: unknown;
	status: number;
}

const failed = { assign: {}, fail: { reason: 'Nobody home', note: 'Dog in the yard' } };

export function detrackFailed(stage: () => Stage): void {
	const server = withMailServer(stage);
	const open = async () => {
		const log = await EventLog.open(stage());
		await stage().connected(log.receive);
		return { log, reader: await log.reader(NAME, DISPATCHER_SETTINGS) };
	};
	const attempts = async () =>
		(await stage().story.control<Request[]>('GET', 'detrack/requests'))
			.filter(({ path }) => path.endsWith('/reattempt'))
			.map(({ body, status }) => [(body as { data: unknown }).data, status])
			.reverse();
	const told = () =>
		server().mails.map(({ subject, text }) => [subject, text.trim().split('\n').at(-1)]);
	const fault = async (values: object) =>
		await stage().story.control('POST', 'detrack/faults', values);

	it('mails its samples to the dispatcher when it is tried, and asks Detrack nothing', async () => {
		const { log, reader } = await open();
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect(new Set(server().mails.map(({ to }) => to))).toEqual(
			new Set([DISPATCHER_SETTINGS.dispatcher]),
		);
		expect(told().map(([subject]) => subject)).toHaveLength(3);
		expect(await attempts()).toEqual([]);
		expect(await log.rows('delivery_told')).toEqual([]);
	});

	it("puts each failed job on tomorrow's list, also beside others of its number", async () => {
		const { log, reader } = await open();
		await stage().publish(reader);
		const today = dayFrom(0);
		await stage().detrack({ do_number: 'MILK-8', date: '2099-03-10' });
		await stage().detrack({ do_number: 'MILK-8', date: today }, failed);
		const rejected = [{ sku: 'BULB-E27', quantity: 3, reason: 'Wrong colour' }];
		const partial = { assign: {}, partial: { rejected } };
		await stage().detrack({ do_number: 'P/1', date: '2026-01-05' }, partial);
		await stage().detrack({ do_number: 'RET-7', date: today, type: 'Collection' }, failed);
		await stage().detrack({ do_number: 'OK', date: today }, { assign: {}, complete: {} });
		await log.passed(reader);
		const of = (do_number: string, date: string, type: string) => [
			{ do_number, date, type, new_date: dayFrom(1) },
			200,
		];
		const asked = await attempts();
		expect(asked).toHaveLength(3);
		expect(asked).toEqual(
			expect.arrayContaining([
				of('MILK-8', today, 'Delivery'),
				of('P/1', '2026-01-05', 'Delivery'),
				of('RET-7', today, 'Collection'),
			]),
		);
		expect(told().sort()).toEqual([
			['MILK-8 failed: Nobody home', expect.stringMatching(/^A new attempt was created for /)],
			['P/1 partly completed: Wrong colour', expect.stringMatching(/^A new attempt was created/)],
			['RET-7 failed: Nobody home', expect.stringMatching(/^A new attempt was created for /)],
		]);
		const texts = server().mails.map(({ text }) => text);
		expect(texts.join()).toContain('Note: Dog in the yard');
		expect(texts.join()).toContain('Rejected items:\n3 x Bulb E27: Wrong colour');
		expect(texts.join()).toContain('Collection RET-7 for ');
	});

	it('makes no attempt a second time, and says that there is one', async () => {
		const { log, reader } = await open();
		const today = dayFrom(0);
		// One that a person has made, also on the same day, and one that has worked out meanwhile.
		const hand = await stage().detrack({ do_number: 'HAND', date: today }, failed);
		await stage().step('detrack', hand.id, 'reattempt', { date: today });
		await stage().publish(reader);
		await log.passed(reader);
		expect(told()).toEqual([
			['HAND failed: Nobody home', expect.stringMatching(/^There is a new attempt already, for /)],
		]);
		const { id } = await stage().detrack({ do_number: 'F-1', date: today }, failed);
		await log.passed(reader);
		await stage().step('detrack', id, 'repost');
		await log.passed(reader);
		expect(told()).toHaveLength(2);
		// As after a crash between the new attempt and the memory.
		await log.clear('delivery_told');
		await stage().step('detrack', id, 'repost');
		await log.passed(reader);
		expect(told().slice(2)).toEqual([
			['F-1 failed: Nobody home', expect.stringMatching(/^There is a new attempt already, for /)],
		]);
		expect(await attempts()).toHaveLength(1);
	});

	it('waits for Detrack and for the mail server, and tells all others of a refusal', async () => {
		const { log, reader } = await open();
		await stage().publish(reader);
		const lastError = async () => String((await log.state(reader))?.lastError);
		const ask = { do_number: 'F-2', date: dayFrom(0) };
		await fault({ kind: 'status', status: 503, times: 2 });
		server().isBusy = true;
		await stage().detrack(ask, failed);
		await until(async () => /Detrack is unavailable/.test(await lastError()));
		await until(async () => /421|later/.test(await lastError()));
		server().isBusy = false;
		await log.passed(reader);
		expect(told()).toEqual([
			['F-2 failed: Nobody home', expect.stringMatching(/^There is a new attempt already, for /)],
		]);
		expect((await attempts()).filter(([, status]) => status === 200)).toHaveLength(1);
		expect(await log.rows('delivery_problems')).toEqual([]);

		// A job that Detrack has no more.
		const gone = { do_number: 'GONE', jobId: '68f2a1c47b90de51c3ffffff', windowFrom: '2026-01-05' };
		await log.add({
			eventId: 'gone',
			provider: 'detrack',
			event: 'status_changed',
			status: 'attempt_failed',
			stateId: 'gone',
			jobType: 'delivery',
			receivedAt: '2026-01-05T00:00:00Z',
			jobId: gone.jobId,
			reference: gone.do_number,
			windowFrom: gone.windowFrom,
		});
		await log.passed(reader);
		expect(told().at(-1)?.[1]).toMatch(/^NO new attempt was created: Detrack has no /);

		server().refusing = /./;
		await stage().detrack({ do_number: 'F-3', date: dayFrom(0) }, failed);
		await log.passed(reader);
		expect(await log.rows('delivery_problems')).toEqual([
			expect.objectContaining({ reference: 'F-3', message: expect.stringContaining('550') }),
		]);
		server().refusing = undefined;
		await (await stage().imported('event-log/try-again')).run('Try again');
		await log.passed(reader);
		expect(told().at(-1)?.[1]).toMatch(/^There is a new attempt already, for /);
	});

	it('leaves a job alone that has worked out, or moved on, by the time it looks', async () => {
		const { log, reader } = await open();
		const row = {
			provider: 'detrack',
			event: 'status_changed',
			jobType: 'delivery',
			receivedAt: '2026-01-05T00:00:00Z',
			windowFrom: '2026-01-05',
		};
		const job = { do_number: 'MOVED', date: '2026-01-05' };
		const { id } = await stage().detrack(job, { assign: {}, complete: {} });
		await log.clear('delivery_events');
		const at = (hour: string) => ({ occurredAt: `2026-01-05T${hour}:00:00+11:00` });
		const fails = { ...row, status: 'attempt_failed' };
		await log.add(
			{ ...fails, ...at('09'), eventId: 'a', stateId: 'a', jobId: id, reference: 'MOVED' },
			{ ...fails, ...at('09'), eventId: 'b', stateId: 'b', jobId: 'x', reference: 'DONE' },
			{
				...row,
				...at('10'),
				status: 'delivered',
				isFinal: true,
				eventId: 'c',
				stateId: 'c',
				jobId: 'x',
				reference: 'DONE',
			},
		);
		await stage().publish(reader);
		await log.passed(reader);
		expect(told()).toEqual([]);
		expect(await attempts()).toEqual([]);
	});
}
