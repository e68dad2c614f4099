import { DISPATCHER_SETTINGS, withMailServer } from '../../support/dispatcher';
import { type Cells, EventLog, until, withSettings } from '../../support/eventLog';
import type { Stage } from '../../support/stage';
import { StoryWorkflow } from '../../support/storyWorkflow';

const NAME = 'low-rating';
const delivered = { assign: {}, start: {}, deliver: {} };

let events = 0;
/** A rating of a job, at a time of day. */
function rated(job: string, rating: number | null, time: string, values: Cells = {}): Cells {
	return {
		eventId: `r${events++}`,
		provider: 'radaro',
		event: 'rating_received',
		status: 'delivered',
		outcome: 'success',
		isFinal: true,
		stateId: `${job}-delivered`,
		jobId: job,
		reference: job,
		jobType: 'delivery',
		rating,
		occurredAt: `2026-03-03T${time}:00+11:00`,
		receivedAt: '2026-03-03T00:00:00Z',
		...values,
	};
}

/** Completion codes of a failed job. */
function codes(job: string, reason: string, time: string, values: Cells = {}): Cells {
	const failed = { status: 'attempt_failed', outcome: 'failure', isFinal: false };
	return rated(job, null, time, { ...failed, event: 'job_updated', reason, ...values });
}

export function lowRating(stage: () => Stage): void {
	const server = withMailServer(stage);
	const open = async (settings: Cells = {}) => {
		const log = await EventLog.open(stage());
		const all = { ...DISPATCHER_SETTINGS, ...settings } as Record<string, string | number>;
		return { log, reader: await log.reader(NAME, all) };
	};
	const subjects = () => server().mails.map(({ subject }) => subject);

	it('mails its samples to the dispatcher when it is tried, and touches nothing else', async () => {
		const { log, reader } = await open();
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect(
			server()
				.mails.map(({ to, subject }) => [to, subject])
				.sort(),
		).toEqual([
			[DISPATCHER_SETTINGS.dispatcher, 'SAMPLE-1002: rated 4'],
			[DISPATCHER_SETTINGS.dispatcher, 'SAMPLE-1003: Customer not home'],
		]);
		expect(await log.rows('delivery_told')).toEqual([]);
	});

	it('waits in words while no address is filled in, and then mails what came meanwhile', async () => {
		const { log, reader } = await open({ sender: '' });
		await log.add(rated('SO-1', 3, '09:00'));
		await stage().publish(reader);
		await reader.executions(1);
		await reader.deactivate();
		const waiting =
			/^Settings: enter the e-mail address that mails come from in “sender”\. .*none is lost\.$/;
		await until(async () => waiting.test(String((await log.state(reader))?.lastError)));
		expect([subjects(), await log.rows('delivery_problems')]).toEqual([[], []]);
		const filled = withSettings(reader.file, DISPATCHER_SETTINGS);
		const { story } = stage();
		const changed = await story.rest.updateWorkflow(reader.id, filled);
		await stage().publish(new StoryWorkflow(story, filled, changed));
		await log.passed(reader);
		expect(subjects()).toEqual(['SO-1: rated 3']);
	});

	it('mails ratings of 6 or less and the codes of failed jobs, as drivers and customers tap', async () => {
		const { log, reader } = await open();
		await stage().connected(log.receive);
		await stage().publish(reader);
		for (const rating of [6, 7, 1]) {
			const rate = { rating, comment: 'The box was wet' };
			const { id } = await stage().radaro({ external_id: `SO-${rating}` }, { ...delivered, rate });
			await stage().step('radaro', id, 'repeat');
			await stage().step('radaro', id, 'codes');
		}
		const failed = { assign: {}, fail: {}, codes: { codes: [204] } };
		const { id } = await stage().radaro({ external_id: 'SO-F' }, failed);
		await stage().step('radaro', id, 'repeat');
		await log.passed(reader);
		expect(subjects().sort()).toEqual([
			'SO-1: rated 1',
			'SO-6: rated 6',
			'SO-F: Customer not home',
		]);
		expect(server().mails[0]?.text).toContain('Comment: The box was wet');
	});

	it('tells a rating once, and another one again', async () => {
		const { log, reader } = await open({ limit: 5 });
		const repeated = rated('SO-1', 3, '09:00');
		await log.add(
			repeated,
			{ ...repeated },
			// The job is changed otherwise, and still has its rating.
			rated('SO-1', 3, '09:10', { event: 'job_updated' }),
			rated('SO-1', 2, '10:00'),
			repeated,
			rated('SO-1', 8, '11:00'),
			rated('SO-1', 2, '12:00', { customerComment: 'Late' }),
			rated('SO-2', null, '09:00', { customerComment: 'Nice' }),
			rated('SO-3', 6, '09:00'),
			rated('SO-4', 4, '09:00', { provider: 'detrack' }),
		);
		await stage().publish(reader);
		await log.passed(reader);
		const all = ['SO-1: rated 3', 'SO-1: rated 2', 'SO-1: rated 2'];
		expect(subjects()).toEqual(all);
		await log.add(repeated, rated('SO-1', 2, '12:00', { customerComment: 'Late' }));
		await log.passed(reader);
		expect(subjects()).toEqual(all);
	});

	it('tells codes once, and none of a job that was delivered after all', async () => {
		const { log, reader } = await open();
		const plain = { rating: null, event: 'status_changed' };
		await log.add(
			codes('SO-1', 'Not home', '09:00'),
			codes('SO-1', 'Not home', '09:10'),
			codes('SO-1', 'Moved away', '09:20'),
			codes('SO-2', 'Not home', '09:00'),
			rated('SO-2', null, '10:00', plain),
			rated('SO-3', null, '10:00', plain),
			codes('SO-3', 'Not home', '09:00'),
			rated('SO-4', null, '08:00', plain),
			codes('SO-4', 'Damaged', '09:00'),
			// As a list of jobs tells it.
			codes('SO-5', 'Not home', '09:00', { event: 'status_changed', eventName: null }),
			codes('SO-6', 'Gate shut', '09:00', { event: 'status_changed', eventName: 'Job Failed' }),
		);
		await stage().publish(reader);
		await log.passed(reader);
		expect(subjects().sort()).toEqual([
			'SO-1: Moved away',
			'SO-1: Not home',
			'SO-4: Damaged',
			'SO-5: Not home',
		]);
		expect(server().mails[0]?.text).toContain('Job SO-1 was not delivered.');
	});

	it('waits for the mail server, and goes on past an address that is refused', async () => {
		const { log, reader } = await open();
		server().isBusy = true;
		await log.add(rated('SO-1', 3, '09:00'), codes('SO-2', 'Not home', '09:00'));
		await stage().publish(reader);
		await until(async () => /421|later/.test(String((await log.state(reader))?.lastError)));
		server().isBusy = false;
		await log.passed(reader);
		expect(subjects().sort()).toEqual(['SO-1: rated 3', 'SO-2: Not home']);
		server().refusing = /./;
		await log.add(rated('SO-3', 3, '09:00'));
		await log.passed(reader);
		server().refusing = undefined;
		expect(await log.rows('delivery_problems')).toEqual([
			expect.objectContaining({ reference: 'SO-3', message: expect.stringContaining('550') }),
		]);
		await (await stage().imported('event-log/try-again')).run('Try again');
		await log.passed(reader);
		expect(subjects().slice(2)).toEqual(['SO-3: rated 3']);
	});
}
