import { JOBS_TABLE, openJobs } from '../../support/deliveryJobs';
import type { Cells, EventLog } from '../../support/eventLog';
import type { Stage } from '../../support/stage';

const NAME = 'event-log/jobs';
/** Keeps the days of these tests. */
const SETTINGS = { begin: 'beginning', keepDays: 36_500 };

/** Columns that n8n fills in itself. */
const OF_N8N = ['id', 'createdAt', 'updatedAt'];

const at = (time: string) => ({ occurredAt: `2026-03-03T${time}:00+11:00` });

/** What happens to a job, in the order of its arrival, and what is then its state. */
const STORIES: Record<string, { events: Cells[]; state: Cells }> = {
	'an earlier state that comes later': {
		events: [
			{ status: 'delivered', isFinal: true, ...at('10:30') },
			{ status: 'out_for_delivery', ...at('09:30') },
		],
		state: { status: 'delivered', occurredAt: '2026-03-03T10:30:00+11:00' },
	},
	'a state without a time after a final one': {
		events: [{ status: 'delivered', isFinal: true, ...at('10:00') }, { status: 'scheduled' }],
		state: { status: 'delivered' },
	},
	'a final one that is taken back later': {
		events: [
			{ status: 'cancelled', isFinal: true, ...at('09:00') },
			{ status: 'scheduled', ...at('12:00') },
		],
		state: { status: 'scheduled', isFinal: false },
	},
	'another attempt': {
		events: [
			{ status: 'attempt_failed', attempt: 1, reason: 'Nobody home', ...at('11:00') },
			{ status: 'scheduled', attempt: 2, ...at('10:00') },
		],
		state: { status: 'scheduled', attempt: 2, reason: null },
	},
	'an earlier attempt that comes later': {
		events: [
			{ status: 'out_for_delivery', attempt: 2, ...at('10:00') },
			{ status: 'attempt_failed', attempt: 1, ...at('11:00') },
		],
		state: { status: 'out_for_delivery', attempt: 2 },
	},
	'a state that comes again': {
		events: [
			{ status: 'on_hold', ...at('08:00') },
			{ status: 'in_transit', ...at('09:00') },
			{ status: 'on_hold', ...at('10:00') },
		],
		state: { status: 'on_hold', occurredAt: '2026-03-03T10:00:00+11:00' },
	},
	'states at one time': {
		events: [
			{ status: 'assigned', ...at('09:00') },
			{ status: 'out_for_delivery', ...at('09:00') },
		],
		state: { status: 'out_for_delivery' },
	},
	'states without a time': {
		events: [{ status: 'created' }, { status: 'assigned' }],
		state: { status: 'assigned' },
	},
	'times in other zones': {
		events: [
			{ status: 'delivered', isFinal: true, occurredAt: '2026-03-02T23:30:00Z' },
			{ status: 'arriving', occurredAt: '2026-03-03T10:00:00+11:00' },
		],
		state: { status: 'delivered' },
	},
	'an event that does not say all': {
		events: [
			{ status: 'scheduled', recipientName: 'Priya', windowFrom: '2026-03-04', ...at('08:00') },
			{ status: 'delivered', isFinal: true, note: 'At the door', ...at('10:00') },
			{ status: 'delivered', isFinal: true, event: 'rating_received', ...at('10:20') },
		],
		state: { recipientName: 'Priya', windowFrom: '2026-03-04', note: 'At the door' },
	},
	'another driver, another address': {
		events: [
			{ status: 'assigned', driverName: 'Dana', address: 'Here 1', latitude: 1, ...at('08:00') },
			{ status: 'assigned', driverName: 'Kim', address: 'There 2', ...at('08:30') },
		],
		state: { driverName: 'Kim', address: 'There 2', latitude: null },
	},
	'a driver who is taken off': {
		events: [
			{ status: 'assigned', driverName: 'Dana', ...at('08:00') },
			{ status: 'scheduled', event: 'route_unassigned', ...at('09:00') },
		],
		state: { driverName: null },
	},
	'a collection': {
		events: [{ status: 'picked_up', jobType: 'collection', ...at('09:00') }],
		state: { status: 'picked_up', jobType: 'collection' },
	},
};

/** What is told of a job, and the day that it belongs to, in Melbourne. */
const DAYS: Record<string, { event: Cells; day: string }> = {
	instants: { event: { windowFrom: '2026-03-02T22:00:00Z' }, day: '2026-03-03' },
	local: { event: { windowFrom: '2026-03-05T09:00:00' }, day: '2026-03-05' },
	'the end alone': { event: { windowTo: '2026-03-06T09:00:00' }, day: '2026-03-06' },
	'a day': { event: { windowFrom: '2026-03-04', windowTo: '2026-03-04' }, day: '2026-03-04' },
	'over midnight': {
		event: {
			windowFrom: '2026-03-02T22:00:00',
			windowTo: '2026-03-03T02:00:00',
			...at('01:00'),
		},
		day: '2026-03-02',
	},
	'one of several days': {
		event: { windowFrom: '2026-03-02', windowTo: '2026-03-06', ...at('10:00') },
		day: '2026-03-03',
	},
	'before several days': {
		event: { windowFrom: '2026-03-04', windowTo: '2026-03-06', ...at('10:00') },
		day: '2026-03-04',
	},
	'too late': {
		event: { windowFrom: '2026-03-02', windowTo: '2026-03-02', ...at('10:00') },
		day: '2026-03-02',
	},
	'no window': { event: { occurredAt: '2026-03-03T20:00:00Z' }, day: '2026-03-04' },
	'no time': { event: { receivedAt: '2026-03-03T12:00:00Z' }, day: '2026-03-03' },
};

let events = 0;
function event(job: string, values: Cells): Cells {
	return {
		eventId: `j${events++}`,
		event: 'status_changed',
		status: 'scheduled',
		stateId: `${job} ${Number(values.attempt ?? 0)} ${String(values.status)}`,
		jobId: job,
		reference: job,
		jobType: 'delivery',
		receivedAt: '2026-03-03T00:00:00Z',
		...values,
	};
}

export function jobs(stage: () => Stage): void {
	const rows = async (log: EventLog, column = 'job') =>
		Object.fromEntries(
			(await log.rows(JOBS_TABLE)).map((row) => [String(row[column]).replace('radaro ', ''), row]),
		);

	it('touches no table when it is tried', async () => {
		const log = await openJobs(stage());
		const reader = await log.reader(NAME, SETTINGS);
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect(await log.rows('delivery_readers')).toEqual([]);
		expect(await log.rows(JOBS_TABLE)).toEqual([]);
	});

	it('keeps the last state of each job, whether its events come together or one by one', async () => {
		const log = await openJobs(stage());
		const stories = Object.entries(STORIES);
		await log.add(
			...stories.flatMap(([job, story]) => story.events.map((each) => event(`${job} 1`, each))),
			...Object.entries(DAYS).map(([job, { event: values }]) => event(job, values)),
			event('A break', { status: 'unknown' }),
			event('No job', { jobId: null, reference: null }),
		);
		const reader = await stage().publish(await log.reader(NAME, SETTINGS));
		await log.passed(reader);
		for (let round = 0; round < 3; round++) {
			const next = stories.flatMap(([job, story]) => {
				const values = story.events[round];
				return values ? [event(`${job} 2`, values)] : [];
			});
			await log.add(...next);
			await log.passed(reader);
		}
		const found = await rows(log);
		for (const [job, { state }] of stories) {
			expect([job, found[`${job} 1`]]).toEqual([job, expect.objectContaining(state)]);
			expect([job, found[`${job} 2`]]).toEqual([job, expect.objectContaining(state)]);
		}
		const days = Object.keys(DAYS).map((job) => [job, found[job]?.day]);
		expect(days).toEqual(Object.entries(DAYS).map(([job, { day }]) => [job, day]));
		const expected = 2 * stories.length + days.length;
		expect([Object.keys(found).length, (await log.rows(JOBS_TABLE)).length]).toEqual([
			expected,
			expected,
		]);
	});

	it('has one row for each job after a crash as well, and lets go of old days', async () => {
		const log = await openJobs(stage());
		const taken = event('SO-1', { status: 'assigned', ...at('08:00') });
		const delivered = event('SO-1', { status: 'delivered', isFinal: true, ...at('10:00') });
		await log.add(taken, delivered);
		const reader = await stage().publish(await log.reader(NAME, SETTINGS));
		await log.passed(reader);
		// n8n died when the new row was there and the old one was not gone yet; so the batch comes again.
		const [row = {}] = await log.rows(JOBS_TABLE);
		const own = Object.entries(row as Cells).filter(([name]) => !OF_N8N.includes(name));
		await log.insert(JOBS_TABLE, Object.fromEntries(own));
		await log.add(taken, delivered);
		await log.passed(reader);
		expect(await log.rows(JOBS_TABLE)).toEqual([expect.objectContaining({ status: 'delivered' })]);
		await reader.deactivate();
		const forgetful = await log.reader(NAME, { begin: 'now', keepDays: 1 });
		await stage().publish(forgetful);
		const soon = new Date(Date.now() + 86_400_000).toISOString();
		await log.passed(forgetful);
		await log.add(event('SO-2', { windowFrom: soon }));
		await log.passed(forgetful);
		expect(Object.keys(await rows(log, 'reference'))).toEqual(['SO-2']);
	});
}
