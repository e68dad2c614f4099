import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { POLL_TIMES } from '../../shared/api/limits';
import { dayAfter } from '../../shared/basic/times';
import { dayIn } from '../../shared/basic/today';
import { integerOrNull, recordsIn, textOrNull } from '../../shared/basic/values';
import { accountOf } from '../../shared/changes/account';
import { daysOf } from '../../shared/changes/changesProperties';
import type { ChangesVendor, JobTimes } from '../../shared/changes/changesVendor';
import { latestTime } from '../../shared/changes/jobTimes';
import { outcomeOf } from '../../shared/event/deliveryEvent';
import { detrackClient, PATHS } from '../api/client';
import { PAGE_SIZE } from '../api/limits';
import { readPage } from '../api/lists';
import { occurredAtOf } from '../event/jobTimes';
import { normalizeDetrackJob } from '../event/normalize';
import type { DetrackJob } from '../event/schema';
import { statusOf } from '../event/statuses';
import { LOOK_AHEAD, REQUESTS_PER_POLL } from './changesProperties';

/**
 * Detrack is searched by the dates of its jobs: no filter by the time of a change is documented
 * (docs/vendors.md#detrack-search). So all jobs of some days are read again and again.
 */
export const detrackChanges: ChangesVendor = {
	name: 'Detrack',
	thing: 'job',
	requestsPerPoll: REQUESTS_PER_POLL,
	async connect(context, { lookBack }) {
		const client = await detrackClient(context, POLL_TIMES);
		const today = todayFor(context);
		const { lookAhead } = context.getNodeParameter('options', {}) as IDataObject;
		const dates = {
			from: dayAfter(today, -lookBack),
			to: dayAfter(today, integerOrNull(lookAhead) === 0 ? 0 : daysOf(lookAhead, LOOK_AHEAD)),
		};
		return {
			account: accountOf(context, 'detrackApi', client),
			async list(place) {
				const from = textOrNull(place?.from) ?? dates.from;
				const to = textOrNull(place?.to) ?? dates.to;
				const page = integerOrNull(place?.page) ?? 1;
				// Detrack's reference types both numbers as texts.
				const asked = { page: String(page), limit: String(PAGE_SIZE) };
				const { entries, hasMore } = await readPage(
					client,
					{
						method: 'POST',
						path: PATHS.search,
						body: { data: { dates: { from, to }, ...asked } },
					},
					PAGE_SIZE,
				);
				const read = (integerOrNull(place?.read) ?? 0) + entries.length;
				const next = hasMore(read) ? { from, to, page: page + 1, read } : null;
				return { jobs: entries, next };
			},
			row: (job) => normalizeDetrackJob(job, today),
			timesOf,
		};
	},
};

/** YYYY-MM-DD in the workflow's time zone. */
function todayFor(context: IPollFunctions): string {
	const now = new Date();
	return dayIn(context.getTimezone(), now) ?? now.toISOString().slice(0, 10);
}

/** The one time that tells when something is planned. */
const PLANNED = 'scheduled_at';

/**
 * Detrack documents no time of the last change, but one for each thing that may happen to a job; a
 * newer `updated_at` is one of them (docs/vendors.md#detrack-times).
 */
function timesOf(job: DetrackJob): JobTimes {
	const happened = Object.entries(job).flatMap(([key, value]) =>
		key.endsWith('_at') && key !== PLANNED ? [value] : [],
	);
	const milestones = recordsIn(job.milestones).map((milestone) => milestone.created_at);
	const isSettled = outcomeOf(statusOf(job, null)) !== 'pending';
	return {
		createdAt: textOrNull(job.created_at),
		changedAt: latestTime([...happened, ...milestones]),
		settledAt: isSettled ? occurredAtOf(job) : null,
		day: textOrNull(job.date)?.slice(0, 10) ?? null,
	};
}
