import { type IDataObject, type IHttpRequestMethods, NodeOperationError } from 'n8n-workflow';

import { sendFirsts } from '../../../shared/action/batch';
import type { BatchSender, JobAnswer } from '../../../shared/action/batchSender';
import { verdictOn } from '../../../shared/action/batchVerdict';
import { batchWords } from '../../../shared/action/batchWords';
import type { Call, ItemError } from '../../../shared/action/operation';
import { type ApiAnswer, type ApiClient, isRefusal } from '../../../shared/api/apiClient';
import { isAboutJobs } from '../../api/errors';
import type { JobKey } from '../../api/jobKey';
import { type Mention, mentionsIn } from './batchAnswer';

/** The most that Detrack takes in one request (docs/vendors.md#detrack-batches). */
export const MOST_IN_BATCH = 100;

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

/**
 * Sends jobs in batches. Of several items for the same job only the first is sent: Detrack would
 * refuse the others, or its answer could not tell them apart.
 */
export async function runBatches(
	{ context, client }: Call,
	jobs: BatchJob[],
	kind: BatchKind,
): Promise<Array<IDataObject | ItemError>> {
	return await sendFirsts(jobs, MOST_IN_BATCH, senderOf(client, kind), {
		identityOf: ({ key }) => JSON.stringify([key.do_number, key.date ?? null, key.type ?? null]),
		repeated({ key }): ItemError {
			const day = key.date === undefined ? '' : ` on ${key.date}`;
			return new NodeOperationError(
				context.getNode(),
				`The D.O. number "${key.do_number}"${day} is used by an earlier item as well. Only the first one was sent.`,
			);
		},
	});
}

/** Sends several jobs with one request and reads what became of each. */
function senderOf(
	client: ApiClient,
	{ method, path, done, act, resultOf, ...lookUps }: BatchKind,
): BatchSender<BatchJob, IDataObject, ItemError> {
	const words = batchWords(client, {
		vendor: 'Detrack',
		thing: 'job',
		done,
		lookUp: 'by its D.O. number',
	});
	return {
		...words,
		...lookUps,
		async send(jobs) {
			const body = { data: jobs.map(({ entry }) => entry) };
			const answer = await client.send({ method, path, body });
			return verdictOn(answer, jobs, {
				answersIn,
				failureOf: (refused, job) =>
					isRefusal(refused) ? refusalOf(refused, job) : words.notMentioned(),
				isAboutJobs: (refused) =>
					isAboutJobs(method, refused.body) || mentionsOf(refused, jobs) !== undefined,
			});
		},
	};

	function answersIn(answer: ApiAnswer, jobs: BatchJob[]) {
		return mentionsOf(answer, jobs)?.map((mention, index) =>
			answerTo(answer, mention, jobs[index]),
		);
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
		const result = entry.ok === false ? undefined : resultOf(entry as IDataObject, job);
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

/** What an answer says of each job; `undefined` where it mentions none. */
function mentionsOf(answer: ApiAnswer, jobs: BatchJob[]): Mention[] | undefined {
	const keys = jobs.map(({ key }) => key);
	const mentions = mentionsIn(answer.body, keys);
	return mentions.some(({ data, errors }) => data.length + errors.length > 0)
		? mentions
		: undefined;
}
