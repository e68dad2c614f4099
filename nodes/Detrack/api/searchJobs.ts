import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { DEFAULT_TIMES } from '../../shared/api/requestOptions';
import { idOrNull, textOrNull } from '../../shared/basic/values';
import { detrackClient, PATHS } from './client';
import { keyText } from './jobKey';
import { readList } from './lists';

/** How many jobs the drop-down shows at once: one page. */
const SHOWN = 100;

/** Fills the drop-down of a job locator; Detrack searches (docs/vendors.md#detrack-search). */
export async function searchJobs(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	// Somebody waits for the list to open: a refusal now is better than an answer in a minute.
	const client = await detrackClient(this, { ...DEFAULT_TIMES, longestWaitSeconds: 0 });
	const query = textOrNull(filter);
	const { entries } = await readList(
		client,
		(page) => ({
			method: 'GET',
			path: PATHS.jobs,
			// Detrack does not sort what it searches for.
			query: query === null ? { ...page, sort: '-created_at' } : { ...page, query },
		}),
		SHOWN,
	);
	return {
		results: entries
			.filter((job) => idOrNull(job.do_number) !== null)
			.map((job) => ({ name: labelOf(job), value: keyText(job) })),
	};
}

/** One number may stand for several jobs, so date and type are part of the label. */
function labelOf(job: Record<string, unknown>): string {
	return [job.do_number, job.date, job.type, job.deliver_to_collect_from]
		.map(idOrNull)
		.filter((part) => part !== null)
		.join(' · ');
}
