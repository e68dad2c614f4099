import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { dropDown, labelOf, statusWords } from '../../shared/api/dropDown';
import { DROP_DOWN_TIMES, MOST_IN_DROP_DOWN } from '../../shared/api/limits';
import { idOrNull, keysOf } from '../../shared/basic/values';
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
			idOrNull(job.external_id) !== null && labelWithStatus(job).toLowerCase().includes(wanted),
	});
	const results = entries.map((job) => ({
		name: labelWithStatus(job),
		value: String(job.external_id),
	}));
	return dropDown(client, results, filter, {
		message: 'Radaro lists no job with an External ID yet',
		description: 'Create one first, or choose By ID and enter the Order ID of a job.',
	});
}

/**
 * Fills the drop-down of drivers, of whom Radaro has no list (docs/vendors.md#radaro-paths): those that
 * the first jobs of its list name, each with one of these jobs, as Radaro tells no names.
 */
export async function searchDrivers(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const client = await radaroClient(this, DROP_DOWN_TIMES);
	const { entries } = await readList(client, {
		path: PATHS.jobs,
		limit: Infinity,
		maxPages: PAGES_OF_SEARCH,
		fits: (job) => idOrNull(job.driver) !== null,
	});
	const names = new Map<string, string>();
	for (const job of entries) {
		const id = idOrNull(job.driver) ?? '';
		if (!names.has(id)) names.set(id, `${id} (has ${labelOfJob(job)})`);
	}
	const wanted = filter.trim().toLowerCase();
	const found = [...names].filter(([, name]) => name.toLowerCase().includes(wanted));
	const results = found.slice(0, MOST_IN_DROP_DOWN).map(([value, name]) => ({ name, value }));
	return dropDown(client, results, filter, {
		message: 'No job in Radaro names a driver yet',
		description:
			"Radaro has no list of drivers, so those of recent jobs are shown. Choose By ID and enter the driver's number in Radaro's portal.",
	});
}

/** What can be done with a job depends on its status. */
function labelWithStatus(job: Record<string, unknown>): string {
	return labelOf(labelOfJob(job), statusWords(job.status));
}

function labelOfJob({ external_id: number, title, customer }: Record<string, unknown>): string {
	return labelOf(number, title, keysOf(customer).name);
}
