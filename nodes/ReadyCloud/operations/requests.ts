import type { ApiClient, ApiRequest } from '../../shared/api/apiClient';
import { isRecord, recordsIn, textOrNull } from '../../shared/basic/values';
import { ownId } from '../event/urlIds';

/**
 * Sends a request whose answer may hold anything, or nothing.
 *
 * @throws NodeApiError when ReadyCloud refuses, also if it does so with a good status
 */
export async function requestAnything(client: ApiClient, request: ApiRequest): Promise<unknown> {
	const answer = await client.request(request);
	if (!isComplaint(answer)) return answer;
	throw client.refusal({ status: 200, body: answer, retryAfter: null }, request);
}

/** Whether an answer without an object says that something is wrong. */
function isComplaint(answer: unknown): boolean {
	return (
		isRecord(answer) &&
		ownId(answer.url) === null &&
		['error', 'errors', 'error_message', 'detail'].some(
			(key) => textOrNull(answer[key]) !== null || recordsIn(answer[key]).length > 0,
		)
	);
}
