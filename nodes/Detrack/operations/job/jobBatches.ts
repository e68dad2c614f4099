import { type IDataObject, type IHttpRequestMethods, NodeApiError } from 'n8n-workflow';

import type { BatchAnswer, BatchSender, JobAnswer } from '../../../shared/action/batchSender';
import type { ItemError } from '../../../shared/action/operation';
import { type ApiAnswer, type ApiClient, isRefusal } from '../../../shared/api/apiClient';
import { isAboutJobs } from '../../api/errors';
import type { JobKey } from '../../api/jobKey';
import { type Mention, mentionsIn } from './batchAnswer';

/** The most that Detrack takes in one request (docs/vendors.md#detrack-batches). */
export const BATCH_SIZE = 100;

/** One job of a batch: what names it, and what is sent. */
export interface BatchJob {
	key: JobKey;
	entry: IDataObject;
}

export interface BatchKind {
	method: IHttpRequestMethods;
	path: string;
	/** What is done, for sentences, such as `created`. */
	done: string;
	/** What is asked for, before a job's name, such as `the deletion of `. */
	act: string;
	/** The output item for a job that the answer has in `data`, or nothing where it did not work. */
	resultOf(entry: IDataObject, job: BatchJob): IDataObject | undefined;
	/** The output item for a job of a request whose answer was lost, if it was applied. */
	recover(job: BatchJob): Promise<IDataObject | undefined>;
	recoverMany?(jobs: BatchJob[]): Promise<Array<IDataObject | undefined>>;
	mayRepeat?(job: BatchJob): boolean;
}

/** Statuses after which no other job has a chance: key, address, or too many requests. */
const HOPELESS = [300, 301, 302, 303, 307, 308, 401, 403, 404, 405, 429];

/** Sends several jobs with one request and reads what became of each. */
export function batchJobs(
	client: ApiClient,
	kind: BatchKind,
): BatchSender<BatchJob, IDataObject, ItemError> {
	const { method, path, done, act } = kind;
	return {
		async send(jobs): Promise<BatchAnswer<IDataObject, ItemError>> {
			const body = { data: jobs.map(({ entry }) => entry) };
			const answer = await client.send({ method, path, body });
			if (answer instanceof NodeApiError) return { kind: 'lost', failure: answer };
			const alone = jobs.length === 1 ? jobs[0] : undefined;
			// Words are made only where they are needed: good answers are large.
			const failure = (): ItemError => refusalOf(answer, alone);
			if (answer.status >= 500) return { kind: 'lost', failure: failure() };
			const mentions = mentionsIn(
				answer.body,
				jobs.map(({ key }) => key),
			);
			if (mentions.some(isMentioned)) {
				const answers = mentions.map((mention, index) => answerTo(answer, mention, jobs[index]));
				return { kind: 'answered', answers };
			}
			// A good status that tells of no job, as a web page does, may come after they were handled.
			if (answer.status < 300) {
				const isPage = isRefusal(answer);
				return { kind: 'lost', failure: isPage ? failure() : notMentioned() };
			}
			if (HOPELESS.includes(answer.status) && !isAboutJobs(method, answer.body)) {
				return { kind: 'stopped', failure: failure() };
			}
			return { kind: 'refused', failure: failure(), reasons: [] };
		},

		recover: kind.recover,
		recoverMany: kind.recoverMany,
		mayRepeat: kind.mayRepeat,

		notSent: (last) =>
			client.error({
				message: 'This job was not sent, because the requests before it got no usable answer',
				description: `${last.message}. Run the items with an error again.`,
			}),

		notMentioned,

		notSure: (last) =>
			client.error({
				message: `Detrack may have ${done} this job, but that is not certain`,
				description: `Look it up by its D.O. number before you send it again. The last thing that happened: ${last.message}.`,
			}),

		unexpected: (error) =>
			client.error({
				message: "Detrack's answer cannot be understood",
				description: error instanceof Error ? error.message : 'No reason is known.',
			}),
	};

	function notMentioned(): ItemError {
		return client.error({
			message: `Detrack did not say whether it ${done} this job`,
			description: 'Look it up by its D.O. number before you send it again.',
		});
	}

	function answerTo(
		answer: ApiAnswer,
		{ data, errors }: Mention,
		job: BatchJob | undefined,
	): JobAnswer<IDataObject, ItemError> {
		if (job === undefined) return undefined;
		if (errors.length > 0) return { failure: refusalOf({ ...answer, body: { errors } }, job) };
		const [entry] = data;
		if (entry === undefined) return undefined;
		const result = entry.ok === false ? undefined : kind.resultOf(entry as IDataObject, job);
		return result === undefined
			? { failure: refusalOf({ ...answer, body: undefined }, job) }
			: { result };
	}

	/** A complaint counts also with a good status. */
	function refusalOf(answer: ApiAnswer, job: BatchJob | undefined): ItemError {
		const status = answer.status < 300 && job !== undefined ? 422 : answer.status;
		return client.refusal(
			{ ...answer, status },
			{ subject: job && `${act}job "${job.key.do_number}"` },
		);
	}
}

function isMentioned({ data, errors }: Mention): boolean {
	return data.length + errors.length > 0;
}
