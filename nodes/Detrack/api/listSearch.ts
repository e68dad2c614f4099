import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { dropDown, labelOf, statusWords } from '../../shared/api/dropDown';
import { DROP_DOWN_TIMES, MOST_IN_DROP_DOWN } from '../../shared/api/limits';
import { byName } from '../../shared/basic/byName';
import { idOrNull, textOrNull } from '../../shared/basic/values';
import { detrackClient, PATHS } from './client';
import { keyText } from './jobKey';
import { MOST_VEHICLES } from './limits';
import { readList } from './lists';
import { SORTINGS } from './sortings';

/** Fills the drop-down of a job locator; Detrack searches (docs/vendors.md#detrack-search). */
export async function searchJobs(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const client = await detrackClient(this, DROP_DOWN_TIMES);
	const query = textOrNull(filter);
	const { entries } = await readList(
		client,
		(page) => ({
			method: 'GET',
			path: PATHS.jobs,
			// Detrack does not sort what it searches for.
			query: query === null ? { ...page, sort: '-created_at' } : { ...page, query },
		}),
		MOST_IN_DROP_DOWN,
	);
	const results = entries
		.filter((job) => idOrNull(job.do_number) !== null)
		.map((job) => ({ name: labelOfJob(job), value: keyText(job) }));
	return dropDown(client, results, filter, {
		message: 'Detrack has no jobs yet',
		description: 'Create one first.',
	});
}

/**
 * Fills the drop-down of drivers and vehicles, which a job names exactly. How Detrack's own filter compares
 * names is not documented, so they are compared here.
 */
export async function searchVehicles(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const client = await detrackClient(this, DROP_DOWN_TIMES);
	const wanted = filter.trim().toLowerCase();
	const { entries } = await readList(
		client,
		(query) => ({ method: 'GET', path: PATHS.vehicles, query: { ...query } }),
		MOST_VEHICLES,
	);
	const names = entries.map((vehicle) => textOrNull(vehicle.name)).filter((name) => name !== null);
	const results = names
		.filter((name) => name.toLowerCase().includes(wanted))
		.map((name) => ({ name, value: name }));
	return dropDown(client, byName(results).slice(0, MOST_IN_DROP_DOWN), filter, {
		message: 'Detrack has no drivers or vehicles yet',
		description: 'Add one in Detrack first.',
	});
}

/** Fills the drop-down of what jobs are sorted by; nothing is asked of Detrack. */
export async function searchSortings(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	return { results: SORTINGS.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}

/**
 * One number may stand for several jobs, so date and type are part of the label; and what can be done with
 * a job, such as another attempt, depends on its status.
 */
function labelOfJob(job: Record<string, unknown>): string {
	const { do_number: number, date, type, status, deliver_to_collect_from: recipient } = job;
	return labelOf(number, date, type, statusWords(status), recipient);
}
