import type { ApiClient } from '../../shared/api/apiClient';
import { DELETED } from '../../shared/action/deleted';
import { requestAnything } from './requests';

/**
 * Deletes one object. Here, unlike in the trigger, one that is not there is an error: the user named
 * it, and may have named the wrong one.
 *
 * @throws NodeApiError when ReadyCloud refuses or has no such object
 */
export async function deleteObject(
	client: ApiClient,
	request: { path: string; wanted: string },
): Promise<typeof DELETED> {
	await requestAnything(client, { method: 'DELETE', subject: 'this deletion', ...request });
	return { ...DELETED };
}
