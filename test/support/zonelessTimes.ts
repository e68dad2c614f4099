/**
 * Prints what is made of times without a zone. It is run as a process of its own, since that has one
 * time zone from its beginning to its end.
 */
import { jobFilter } from '../../nodes/Radaro/operations/job/jobFilters';
import { normalizeReadyCloudOrder } from '../../nodes/ReadyCloud/event/normalize';
import { isSameJob } from '../../nodes/shared/action/sameJob';
import { pauseAfter } from '../../nodes/shared/api/limits';
import { instantOf } from '../../nodes/shared/basic/times';
import { ChangesMemory } from '../../nodes/shared/changes/changesMemory';
import { changeOf } from '../../nodes/shared/changes/compare';
import { latestTime } from '../../nodes/shared/changes/jobTimes';
import { jobRow } from '../../nodes/shared/event/deliveryRow';

const NOON = '2026-03-10T12:00:00';
const now = new Date(`${NOON}Z`);

const passes = (given: { createdAfter: string }): boolean =>
	jobFilter(given, 'UTC')({ created_at: NOON });

const isSame = (since: string): boolean =>
	isSameJob({ contact: 'Tom', createdAt: NOON }, { contact: 'Tom', since: Date.parse(since) });

/** What is told of a new job that was created a second after, or before, a trigger began. */
function told(createdAt: string): string | null {
	const memory = ChangesMemory.begin({ account: '', now, days: 0, lookBack: 7 });
	const row = jobRow('radaro', 'created', { jobId: '1' });
	const times = { createdAt, changedAt: createdAt, settledAt: null, day: null };
	return changeOf(memory, { row, times }, now)?.event ?? null;
}

/** The day that a job is remembered by. */
function dayOf(changedAt: string): string | undefined {
	const memory = ChangesMemory.begin({ account: '', now, days: 0, lookBack: 7 });
	const row = jobRow('radaro', 'created', { jobId: '1' });
	changeOf(memory, { row, times: { createdAt: null, changedAt, settledAt: null, day: null } }, now);
	return memory.jobs.get('1')?.day;
}

const inAnHour = new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);

process.stdout.write(
	JSON.stringify({
		instant: instantOf(NOON),
		filter: [
			passes({ createdAfter: '2026-03-10T11:59:59Z' }),
			passes({ createdAfter: '2026-03-10T12:00:01Z' }),
		],
		same: [isSame('2026-03-10T12:09:59Z'), isSame('2026-03-10T12:10:01Z')],
		latest: latestTime(
			[NOON, '2026-03-10T11:59:59Z', '2026-03-11T12:00:01', 'soon'],
			now.getTime(),
		),
		told: [told('2026-03-10T12:00:01'), told('2026-03-10T11:59:59')],
		days: [dayOf('2026-03-09T23:59:59'), dayOf('2026-03-09T00:00:00')],
		delivered: normalizeReadyCloudOrder({
			boxes: ['2026-03-10T12:00:01', '2026-03-10T12:00:00Z'].map((delivered_at) => ({
				delivered_at,
			})),
		}).proofAt,
		minutes: Math.round(pauseAfter(inAnHour, 0) / 60),
	}),
);
