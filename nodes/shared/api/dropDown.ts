import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { ApiClient } from './apiClient';
import { idOrNull, textOrNull } from '../basic/values';
import type { Explanation } from './apiErrors';

/** How a drop-down names an entry: what is known of it, with dots between; empty where nothing is. */
export function labelOf(...parts: readonly unknown[]): string {
	return parts.map(idOrNull).filter(Boolean).join(' · ');
}

/** A vendor's code for a status as words, such as `not assigned`. */
export function statusWords(code: unknown): string | null {
	return textOrNull(code)?.replaceAll('_', ' ') ?? null;
}

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
