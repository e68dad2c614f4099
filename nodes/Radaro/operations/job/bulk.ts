import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ApiAnswer, ApiClient } from '../../../shared/apiClient';
import { isRefusal } from '../../../shared/apiClient';
import type { BatchAnswer, BatchSender, JobAnswer } from '../../../shared/batch';
import type { ItemError } from '../../../shared/operation';
import { isRecord } from '../../../shared/values';
import { PATHS } from '../../client';
import { isJob, presentAnswer, presentJob } from './jobAnswer';
import { jobAt } from './jobLocator';

type Answer = BatchAnswer<IDataObject, ItemError>;

/** Statuses after which no other job has a chance: key, address, or too many requests. */
const HOPELESS = [301, 302, 307, 308, 401, 403, 404, 405, 429];

/**
 * Creates several jobs with one request. Radaro documents neither what the answer holds nor whether
 * one bad job refuses all, so every form is read (docs/vendors.md#radaro-bulk).
 */
export function jobSender(
	client: ApiClient,
	simplify: boolean,
): BatchSender<IDataObject, IDataObject, ItemError> {
	const refusalOf = (answer: ApiAnswer, job?: IDataObject): ItemError =>
		client.refusal(answer, { subject: job && nameOf(job) });

	return {
		async send(jobs): Promise<Answer> {
			// Alone, a job goes as an object: an answer to one is about that one.
			const body = jobs.length === 1 ? jobs[0] : jobs;
			const answer = await client.send({ method: 'POST', path: PATHS.jobs, body });
			if (answer instanceof NodeApiError) return { kind: 'lost', failure: answer };
			const failure = refusalOf(answer, jobs.length === 1 ? jobs[0] : undefined);
			if (HOPELESS.includes(answer.status)) return { kind: 'stopped', failure };
			if (answer.status >= 500) return { kind: 'lost', failure };
			if (!isRefusal(answer)) return { kind: 'answered', answers: answersIn(answer, jobs) };
			// A web page with a good status may come after the jobs were created.
			if (answer.status < 300) return { kind: 'lost', failure };
			const entries = alignedEntries(answer.body, jobs);
			const reasons = jobs.map((job, index) => {
				const entry = entries?.[index];
				return isEmpty(entry) ? undefined : refusalOf({ ...answer, body: entry }, job);
			});
			return { kind: 'refused', failure, reasons };
		},

		async recover(job) {
			const { path } = jobAt({ mode: 'externalId', value: String(job.external_id) });
			const answer = await client.send({ method: 'GET', path });
			// Not found, or no answer again: the reason that is known already says more.
			if (answer instanceof NodeApiError || isRefusal(answer)) return undefined;
			return isSameJob(answer.body, job) ? presentJob(answer.body, simplify) : undefined;
		},

		notSent: (last) =>
			client.error({
				message: 'This job was not sent, because Radaro did not answer the requests before it',
				description: `${last.message}. Run the items with an error again.`,
			}),

		notMentioned: () =>
			client.error({
				message: 'Radaro did not say whether it created this job',
				description: 'Look it up by its External ID before you send it again.',
			}),
	};

	function answersIn(
		answer: ApiAnswer,
		jobs: IDataObject[],
	): Array<JobAnswer<IDataObject, ItemError>> {
		const entries = entriesIn(answer.body);
		const byId = new Map(entries?.filter(isJob).map((entry) => [String(entry.external_id), entry]));
		const aligned = alignedEntries(answer.body, jobs);
		return jobs.map((job, index) => {
			// An answer that is no list accepts all jobs with its status alone.
			if (entries === undefined) return { result: presentAnswer(answer.body, job, simplify) };
			const entry = byId.get(String(job.external_id)) ?? aligned?.[index];
			if (entry === undefined) return undefined;
			return isRefused(entry)
				? { failure: refusalOf({ ...answer, status: 400, body: entry }, job) }
				: { result: presentAnswer(entry, job, simplify) };
		});
	}
}

function nameOf(job: IDataObject): string {
	return `job "${String(job.external_id)}"`;
}

/** The members of an answer to several jobs, or `undefined` when it is no list. */
function entriesIn(body: unknown): unknown[] | undefined {
	if (Array.isArray(body)) return body;
	return isRecord(body) && Array.isArray(body.results) ? body.results : undefined;
}

function alignedEntries(body: unknown, jobs: IDataObject[]): unknown[] | undefined {
	const entries = entriesIn(body);
	return entries?.length === jobs.length ? entries : undefined;
}

/** An entry among created jobs that says why its job was not created. */
function isRefused(entry: unknown): boolean {
	if (!isRecord(entry)) return true;
	if (entry.order_id !== undefined) return false;
	const complains = ['error', 'errors', 'detail'].some((key) => key in entry);
	return complains || !isJob(entry);
}

function isEmpty(entry: unknown): boolean {
	return (
		entry === undefined || entry === null || (isRecord(entry) && Object.keys(entry).length === 0)
	);
}

/** Whether a job that was found is the one that was sent, and not an older one of the same number. */
function isSameJob(found: unknown, sent: IDataObject): found is IDataObject {
	if (!isRecord(found)) return false;
	const told = (job: Record<string, unknown>): unknown[] => [
		isRecord(job.customer) ? job.customer.name : null,
		isRecord(job.deliver_address) ? (job.deliver_address.address ?? null) : null,
	];
	return JSON.stringify(told(found)) === JSON.stringify(told(sent));
}
