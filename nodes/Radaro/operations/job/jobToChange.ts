import { NodeApiError } from 'n8n-workflow';

import type { ApiClient, ApiRequest } from '../../../shared/api/apiClient';
import type { Locator } from '../../../shared/api/properties';
import { idOrNull } from '../../../shared/basic/values';
import { jobIn, jobsIn } from '../../api/jobAnswer';
import { jobAt } from './jobLocator';

/**
 * The address of a job that is about to be changed or deleted. That Radaro can look one up by its own
 * number there is inferred (docs/vendors.md#radaro-look-up): a server that does not know of it would take
 * the number for an External ID. So the job is read first, compared with what was asked for, and then
 * named by its External ID.
 *
 * @throws InvalidInput when no job is chosen, or the value cannot stand in an address
 * @throws NodeApiError when Radaro has no such job, gives another one or several, or cannot tell it apart
 */
export async function jobToChange(
	client: ApiClient,
	locator: Locator,
): Promise<Pick<ApiRequest, 'path' | 'query' | 'wanted'>> {
	const at = jobAt(locator);
	if (locator.mode !== 'id') return at;
	const found = jobsIn(await client.request({ method: 'GET', ...at }));
	const [job] = found;
	if (job === undefined || found.length > 1 || idOrNull(job.order_id) !== locator.value) {
		throw client.error({
			message: `Radaro did not answer with the ${at.wanted ?? 'job'}, so nothing was changed`,
			description: `Choose the job by its External ID. Radaro gave ${inWords(found)}.`,
		});
	}
	const externalId = idOrNull(job.external_id);
	const externally = jobAt({ mode: 'externalId', value: externalId ?? locator.value });
	if (externalId !== null) return { ...externally, wanted: at.wanted };
	const other = await client.send({ method: 'GET', ...externally });
	if (other instanceof NodeApiError) throw other;
	if (other.status === 404 || idOrNull(jobIn(other.body)?.order_id) === locator.value) return at;
	throw client.error({
		message: `The ${at.wanted ?? 'job'} has no External ID, so nothing was changed`,
		description: `Another job may have that number as its External ID, and be changed instead. Give this one an External ID in Radaro's portal first.`,
	});
}

const MOST_NAMED = 5;

function inWords(found: ReadonlyArray<Record<string, unknown>>): string {
	if (found.length === 0) return 'no job';
	const named = found.slice(0, MOST_NAMED).map(({ order_id: id, external_id: own }) => {
		const numbers = [
			...(idOrNull(id) === null ? [] : [`Order ID "${idOrNull(id)}"`]),
			...(idOrNull(own) === null ? [] : [`External ID "${idOrNull(own)}"`]),
		];
		return `a job with ${numbers.join(' and ')}`;
	});
	const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
	return named.join('; ') + more;
}
