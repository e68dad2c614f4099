import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ApiClient, ApiRequest } from '../../../shared/api/apiClient';
import type { Present } from '../../../shared/api/lists';
import { vendorText } from '../../../shared/api/vendorText';
import { dayIn } from '../../../shared/basic/today';
import { idOrNull, isRecord } from '../../../shared/basic/values';
import { normalizeDetrackJob } from '../../event/normalize';

/** Presents jobs in the job columns, or as Detrack gives them. */
export function presenter(context: IExecuteFunctions, simplify: boolean): Present {
	if (!simplify) return (job) => job;
	const today = dayIn(context.getTimezone(), new Date());
	return (job) => normalizeDetrackJob(job, today);
}

/**
 * Sends a request about one job and gives the job in its answer.
 *
 * @throws NodeApiError when Detrack refuses, or answers without a job
 */
export async function requestJob(client: ApiClient, request: ApiRequest): Promise<IDataObject> {
	const answer = await client.request(request);
	const job = jobIn(answer);
	if (job !== undefined) return job;
	throw client.error({
		message: `Detrack answered without the ${request.wanted ?? 'job'}`,
		description: `Look it up before you try again. Detrack says: ${vendorText(answer) ?? 'nothing'}`,
	});
}

/** The one job in an answer: in `data`, there also in a list of one (docs/vendors.md#detrack-reattempt). */
export function jobIn(answer: unknown): IDataObject | undefined {
	const data: unknown = isRecord(answer) && 'data' in answer ? answer.data : answer;
	const one: unknown = Array.isArray(data) && data.length === 1 ? data[0] : data;
	return isJob(one) ? one : undefined;
}

export function isJob(value: unknown): value is IDataObject {
	return isRecord(value) && (idOrNull(value.id) ?? idOrNull(value.do_number)) !== null;
}
