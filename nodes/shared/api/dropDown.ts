import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { ApiClient } from './apiClient';
import type { Explanation } from './apiErrors';

/**
 * What a drop-down shows. Where there is nothing to choose yet, it says so, and what to do. n8n has no
 * place for that but the one of errors, which its own nodes use so (Microsoft Teams, 2.41.1).
 *
 * @param filter what the user searches for
 * @param nothing without a hyphen or dash in the message: n8n takes messages apart there
 * @throws NodeApiError where nothing is searched for, and nothing is there
 */
export function dropDown(
	client: ApiClient,
	results: INodeListSearchItems[],
	filter: string | undefined,
	nothing: Explanation,
): INodeListSearchResult {
	if (results.length === 0 && (filter ?? '').trim() === '') throw client.error(nothing);
	return { results };
}
