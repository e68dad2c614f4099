import type { IDataObject } from 'n8n-workflow';
import type { z } from 'zod';

import { DELETED, type deletedIdSchema } from '../../shared/action/listProperties';
import type { ApiClient, ApiRequest } from '../../shared/api/apiClient';
import { idOrNull, isRecord } from '../../shared/basic/values';
import { isSameObject, ownId } from '../event/urlIds';

interface ObjectRequest extends ApiRequest {
	/** What the answer is to hold, such as `an order`. */
	what: string;
	/** Stands in where ReadyCloud accepts a change and its answer does not hold the object. */
	sent?: IDataObject;
}

/**
 * Sends a request about one object and gives the object. Of new and changed ones no answer is
 * documented but a webhook's and a note's, so an answer without the object is taken for a success if
 * it does not complain.
 *
 * @throws NodeApiError when ReadyCloud refuses, or answers with something else
 */
export async function requestObject(
	client: ApiClient,
	{ what, sent, ...request }: ObjectRequest,
): Promise<IDataObject> {
	const answer = await client.request(request);
	if (isRecord(answer) && ownId(answer.url) !== null) {
		if (request.method === 'GET' && !isSameObject(answer.url, request.path)) {
			throw client.error({
				message: `ReadyCloud answered with something else than the ${request.wanted ?? 'one that was asked for'}`,
				description: `Nothing was changed. ReadyCloud gave "${idOrNull(answer.url)}". Check "Use Another Server" in the credential.`,
			});
		}
		return answer as IDataObject;
	}
	if (sent !== undefined && (answer === undefined || isRecord(answer))) return sent;
	throw client.error({
		message: `ReadyCloud answered with something that is not ${what}`,
		description:
			request.method === 'GET'
				? 'Try again, and check "Use Another Server" in the credential.'
				: 'Whether it did what was asked is not known. Look it up in ReadyCloud before you try again.',
	});
}

/**
 * Deletes one object. Here, unlike in the trigger, one that is not there is an error: the user named
 * it, and may have named the wrong one.
 *
 * @throws NodeApiError when ReadyCloud refuses or has no such object
 */
export async function deleteObject(
	client: ApiClient,
	request: { path: string; wanted: string },
): Promise<z.infer<typeof deletedIdSchema>> {
	await client.perform({ method: 'DELETE', subject: 'this deletion', ...request });
	return { ...DELETED, id: ownId(request.path) ?? '' };
}
