import type { ApiClient } from '../../shared/api/apiClient';
import { keysOf, textOrNull } from '../../shared/basic/values';
import { organizationNamed } from './names';
import { collectionPath } from './paths';

/**
 * Reads tags: bare lists of texts, without pages (docs/vendors.md#readycloud-notes-and-tags).
 *
 * @param wanted whose they are, for the sentence when that is not there
 * @throws NodeApiError when ReadyCloud refuses, or answers with something else
 */
export async function tagsAt(client: ApiClient, path: string, wanted: string): Promise<string[]> {
	const answer = await client.request({ method: 'GET', path, wanted });
	const list: unknown = keysOf(answer).results ?? answer;
	if (!Array.isArray(list)) {
		throw client.error({
			message: 'ReadyCloud answered with something that is not a list of tags',
			description: 'Try again, and check "Use Another Server" in the credential.',
		});
	}
	return list.map(textOrNull).filter((tag) => tag !== null);
}

/** All tags that orders of an organization have. */
export async function tagsOf(client: ApiClient, organization: string): Promise<string[]> {
	const path = `${collectionPath(organization, 'orders')}tags/`;
	return await tagsAt(client, path, organizationNamed(client, organization));
}
