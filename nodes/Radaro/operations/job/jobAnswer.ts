import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../shared/basic/values';
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

/** The one job that an answer is or holds. */
export function jobIn(answer: unknown): IDataObject | undefined {
	if (isJob(answer)) return answer;
	const inside: unknown = isRecord(answer) ? answer.results : answer;
	const members: unknown[] = Array.isArray(inside) ? inside : [];
	return members.length === 1 && isJob(members[0]) ? members[0] : undefined;
}

/** Whether this is a job of Radaro's: it has its number or the caller's. */
export function isJob(value: unknown): value is IDataObject {
	return isRecord(value) && (isId(value.order_id) || isId(value.external_id));
}

function isId(value: unknown): boolean {
	return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
