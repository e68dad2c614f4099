import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { DEFAULT_TIMES } from '../../shared/api/requestOptions';
import { idOrNull, isRecord, textOrNull } from '../../shared/basic/values';
import { PATHS, radaroClient } from './client';
import { readList } from './lists';

/** How many jobs the drop-down shows at once. */
const SHOWN = 100;

/** A search term that fits little must not read the whole list at every letter. */
const SEARCHED_PAGES = 5;

/** Fills the drop-down of a job locator: jobs by number, customer or title. */
export async function searchJobs(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	// Somebody waits for the list to open: a refusal now is better than an answer in a minute.
	const client = await radaroClient(this, { ...DEFAULT_TIMES, longestWaitSeconds: 0 });
	const wanted = (filter ?? '').toLowerCase();
	const { entries } = await readList(client, {
		path: PATHS.jobs,
		limit: SHOWN,
		maxPages: SEARCHED_PAGES,
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
