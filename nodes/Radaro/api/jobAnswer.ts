import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/basic/values';

/** The one job that an answer is or holds. */
export function jobIn(answer: unknown): IDataObject | undefined {
	const [job, ...more] = jobsIn(answer);
	return more.length === 0 ? job : undefined;
}

/** The jobs that an answer is or holds; none where there is anything else among them. */
export function jobsIn(answer: unknown): IDataObject[] {
	if (isJob(answer)) return [answer];
	const inside: unknown = isRecord(answer) ? answer.results : answer;
	return Array.isArray(inside) && inside.every(isJob) ? inside : [];
}

/** Whether this is a job of Radaro's: it has its number or the caller's. */
export function isJob(value: unknown): value is IDataObject {
	return isRecord(value) && (isId(value.order_id) || isId(value.external_id));
}

function isId(value: unknown): boolean {
	return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
