import { type IDataObject, NodeApiError } from 'n8n-workflow';

import type { ApiAnswer } from '../api/apiClient';
import { isCutOff } from '../api/signs';
import type { BatchAnswer, JobAnswer } from './batchSender';
import type { ItemError } from './operation';

/** Statuses after which no other job has a chance: key, address, or too many requests. */
const HOPELESS = [300, 301, 302, 303, 307, 308, 401, 403, 404, 405, 429];

/** What a vendor's answers to a request with several jobs mean. */
export interface BatchReading<Job> {
	/** What an answer says of each job, in their order; `undefined` where it is about none of them. */
	answersIn(answer: ApiAnswer, jobs: Job[]): Array<JobAnswer<IDataObject, ItemError>> | undefined;
	/**
	 * The failure of all jobs for an answer that is about none of them.
	 *
	 * @param job the only one that was sent
	 */
	failureOf(answer: ApiAnswer, job: Job | undefined): ItemError;
	/** The failures of those jobs that a refusal of all names, in the order of the jobs. */
	reasonsIn?(answer: ApiAnswer, jobs: Job[]): Array<ItemError | undefined>;
	/** Whether an answer is about these jobs although its status elsewhere means key or address. */
	isAboutJobs?(answer: ApiAnswer, jobs: Job[]): boolean;
}

/** What became of a request with several jobs. */
export function verdictOn<Job>(
	answer: ApiAnswer | NodeApiError,
	jobs: Job[],
	reading: BatchReading<Job>,
): BatchAnswer<IDataObject, ItemError> {
	if (answer instanceof NodeApiError) return { kind: 'lost', failure: answer };
	const { status } = answer;
	// Words are made only where they are needed: good answers are large.
	const failure = () => reading.failureOf(answer, jobs.length === 1 ? jobs[0] : undefined);
	if (HOPELESS.includes(status) && !reading.isAboutJobs?.(answer, jobs)) {
		return { kind: 'stopped', failure: failure() };
	}
	if (status >= 500) return { kind: 'lost', failure: failure() };
	// What is left of an answer that broke off shows nothing, so the jobs are looked up.
	if (status < 300 && isCutOff(answer.body)) return { kind: 'lost', failure: failure() };
	const answers = reading.answersIn(answer, jobs);
	if (answers !== undefined) return { kind: 'answered', answers };
	// A good status that tells of no job, as a web page has it, may come after they were applied.
	if (status < 300) return { kind: 'lost', failure: failure() };
	const reasons = reading.reasonsIn?.(answer, jobs) ?? [];
	return { kind: 'refused', failure: failure(), reasons };
}
