import { type IDataObject, NodeApiError } from 'n8n-workflow';

import { type ApiClient, isRefusal } from '../../shared/api/apiClient';
import { POLL_TIMES } from '../../shared/api/limits';
import { urlPart } from '../../shared/basic/urlPart';
import { integerOrNull, textOrNull } from '../../shared/basic/values';
import { accountOf } from '../../shared/changes/account';
import type { ChangesVendor, JobTimes } from '../../shared/changes/changesVendor';
import { outcomeOf } from '../../shared/event/deliveryEvent';
import { radaroClient } from '../api/client';
import { jobIn } from '../api/jobAnswer';
import { PATHS } from '../api/jobPath';
import { hasMore, readPage } from '../api/lists';
import { normalizeRadaroJob } from '../event/normalize';
import { type RadaroJob, radaroJobSchema } from '../event/schema';
import { statusOf } from '../event/statuses';
import { REQUESTS_PER_POLL } from './changesProperties';

/** How a server may answer for a job that it no longer has. */
const GONE = [400, 404, 410, 422];

/**
 * Radaro's list has no documented filter, order or pages (docs/vendors.md#radaro-lists): all that it
 * gives is read, and open jobs that it no longer gives are asked for one by one.
 */
export const radaroChanges: ChangesVendor = {
	name: 'Radaro',
	thing: 'job',
	requestsPerPoll: REQUESTS_PER_POLL,
	async connect(context) {
		const client = await radaroClient(context, POLL_TIMES);
		return {
			account: accountOf(context, 'radaroApi', client),
			async list(place) {
				const page = integerOrNull(place?.page) ?? 1;
				const listed = await readPage(client, { path: PATHS.jobs }, page);
				if (listed === null) return { jobs: [], next: null };
				const read = (integerOrNull(place?.read) ?? 0) + listed.results.length;
				const isMore = listed.results.length > 0 && hasMore(listed, listed.count, read);
				return { jobs: listed.results, next: isMore ? { page: page + 1, read } : null };
			},
			ask: async (id) => await requestJob(client, id),
			row: (job) => normalizeRadaroJob(radaroJobSchema.parse(job)),
			timesOf,
		};
	},
};

/** One job by Radaro's own number (docs/vendors.md#radaro-look-up). */
async function requestJob(client: ApiClient, orderId: string): Promise<IDataObject | null> {
	const path = `${PATHS.jobs}${urlPart(orderId)}/`;
	const answer = await client.send({ method: 'GET', path, query: { lookup_field: 'order_id' } });
	if (answer instanceof NodeApiError) throw answer;
	if (GONE.includes(answer.status)) return null;
	if (isRefusal(answer)) throw client.refusal(answer, { wanted: `job "${orderId}"` });
	return jobIn(answer.body) ?? null;
}

function timesOf(job: RadaroJob): JobTimes {
	const isSettled = outcomeOf(statusOf(job.status)) !== 'pending';
	return {
		createdAt: textOrNull(job.created_at),
		changedAt: textOrNull(job.updated_at),
		settledAt: isSettled ? textOrNull(job.completed_at) : null,
		day: null,
	};
}
