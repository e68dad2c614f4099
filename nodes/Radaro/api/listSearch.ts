import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { DROP_DOWN_TIMES, MOST_IN_DROP_DOWN } from '../../shared/api/limits';
import { idOrNull, isRecord, textOrNull } from '../../shared/basic/values';
import { radaroClient } from './client';
import { PATHS } from './jobPath';
import { PAGES_OF_SEARCH } from './limits';
import { readList } from './lists';

/** Fills the drop-down of a job locator: jobs by number, customer or title. */
export async function searchJobs(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const client = await radaroClient(this, DROP_DOWN_TIMES);
	const wanted = (filter ?? '').toLowerCase();
	const { entries } = await readList(client, {
		path: PATHS.jobs,
		limit: MOST_IN_DROP_DOWN,
		maxPages: PAGES_OF_SEARCH,
		fits: (job) =>
			idOrNull(job.external_id) !== null && labelOf(job).toLowerCase().includes(wanted),
	});
	return {
		results: entries.map((job) => ({ name: labelOf(job), value: String(job.external_id) })),
	};
}

function labelOf(job: Record<string, unknown>): string {
	const customer = isRecord(job.customer) ? textOrNull(job.customer.name) : null;
	return [job.external_id, textOrNull(job.title), customer].filter(Boolean).map(String).join(' · ');
}
