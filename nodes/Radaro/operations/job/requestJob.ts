import type { IDataObject } from 'n8n-workflow';

import type { ApiClient, ApiRequest } from '../../../shared/api/apiClient';
import { vendorText } from '../../../shared/api/vendorText';
import { jobIn } from '../../api/jobAnswer';
import { hasComplaint } from './batchAnswer';
import { presentAnswer } from './jobAnswer';

interface JobRequest extends ApiRequest {
	simplify: boolean;
	/** Stands in where the answer does not hold the job; without it the job must be there. */
	sent?: IDataObject;
}

/**
 * Sends a request about one job and gives the job as an output item.
 *
 * @throws NodeApiError when Radaro refuses, also if it does so with a good status
 */
export async function requestJob(
	client: ApiClient,
	{ simplify, sent, ...request }: JobRequest,
): Promise<IDataObject> {
	const answer = await (sent === undefined ? client.request(request) : client.perform(request));
	if (hasComplaint(answer)) {
		throw client.refusal({ status: 200, body: answer, retryAfter: null }, request);
	}
	if (sent === undefined && jobIn(answer) === undefined) {
		throw client.error({
			message: `Radaro answered without the ${request.wanted ?? 'job'}`,
			description: `Try again, or choose the job in another way. Radaro says: ${vendorText(answer) ?? 'nothing'}`,
		});
	}
	return presentAnswer(answer, sent ?? {}, simplify);
}
