import type { IDataObject } from 'n8n-workflow';

import { jobIn } from '../../api/jobAnswer';
import { normalizeRadaroJob } from '../../event/normalize';
import { radaroJobSchema } from '../../event/schema';

/** One job of an answer as an output item: in the job columns, or as Radaro gives it. */
export function presentJob(job: IDataObject, simplify: boolean): IDataObject {
	return simplify ? normalizeRadaroJob(radaroJobSchema.parse(job)) : job;
}

/**
 * The answer to a request about one job. Radaro does not document its form: an object, a list of
 * one, an object around it, or nothing.
 *
 * @param sent what was asked for; it stands in where the answer does not hold the job
 */
export function presentAnswer(answer: unknown, sent: IDataObject, simplify: boolean): IDataObject {
	const job = jobIn(answer);
	if (job !== undefined) return presentJob(job, simplify);
	const shown = presentJob(sent, simplify);
	return answer === undefined ? shown : { ...shown, answer: answer as IDataObject };
}
