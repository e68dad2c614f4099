import type { IDataObject } from 'n8n-workflow';

import type { ApiClient, ApiRequest } from '../../shared/api/apiClient';
import { isRecord } from '../../shared/basic/values';
import { ownId } from '../event/urlIds';
import { requestAnything } from './requests';

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
	const answer = await requestAnything(client, request);
	if (isRecord(answer) && ownId(answer.url) !== null) return answer as IDataObject;
	if (sent !== undefined && (answer === undefined || isRecord(answer))) return sent;
	throw client.error({
		message: `ReadyCloud answered with something that is not ${what}`,
		description:
			request.method === 'GET'
				? 'Try again, and check the base URL in the credential.'
				: 'Whether it did what was asked is not known. Look it up in ReadyCloud before you try again.',
	});
}
