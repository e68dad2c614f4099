import { type IDataObject, NodeApiError } from 'n8n-workflow';

import type { BatchSender } from '../../../shared/action/batchSender';
import { verdictOn } from '../../../shared/action/batchVerdict';
import { batchWords } from '../../../shared/action/batchWords';
import type { ItemError } from '../../../shared/action/operation';
import { isSameJob } from '../../../shared/action/sameJob';
import { type ApiAnswer, type ApiClient, isRefusal } from '../../../shared/api/apiClient';
import { keysOf } from '../../../shared/basic/values';
import { jobIn } from '../../api/jobAnswer';
import { PATHS } from '../../api/jobPath';
import { mentionsIn, reasonsIn, someWereCreated } from './batchAnswer';
import { presentAnswer, presentJob } from './jobAnswer';
import { jobAt } from './jobLocator';

/**
 * Creates several jobs with one request. Radaro documents neither what the answer holds nor whether
 * one bad job refuses all, so every form is read (docs/vendors.md#radaro-bulk).
 */
export function jobSender(
	client: ApiClient,
	simplify: boolean,
): BatchSender<IDataObject, IDataObject, ItemError> {
	const startedAt = Date.now();
	return {
		...batchWords(client, {
			vendor: 'Radaro',
			thing: 'job',
			done: 'created',
			lookUp: 'by its External ID',
		}),

		async send(jobs) {
			// Alone, a job goes as an object: an answer to one is about that one.
			const body = jobs.length === 1 ? jobs[0] : jobs;
			const answer = await client.send({ method: 'POST', path: PATHS.jobs, body });
			const verdict = verdictOn(answer, jobs, { answersIn, failureOf, reasonsIn: failuresIn });
			return verdict.kind === 'refused' ? { ...verdict, mayBePartial: jobs.length > 1 } : verdict;
		},

		async recover(job) {
			const { path } = jobAt({ mode: 'externalId', value: String(job.external_id) });
			const answer = await client.send({ method: 'GET', path });
			if (answer instanceof NodeApiError) throw answer;
			if (answer.status === 404) return undefined;
			if (isRefusal(answer)) throw failureOf(answer);
			const found = jobIn(answer.body);
			return found && isSentJob(found, job) ? presentJob(found, simplify) : undefined;
		},
	};

	function isSentJob(found: IDataObject, job: IDataObject): boolean {
		return isSameJob(
			{ contact: customerIn(found), createdAt: found.created_at },
			{ contact: customerIn(job), since: startedAt },
		);
	}

	function answersIn(answer: ApiAnswer, jobs: IDataObject[]) {
		if (!isRefusal(answer)) return mentioned(answer, jobs);
		if (jobs.length === 1 || !someWereCreated(answer.body, jobs.length)) return undefined;
		// Some were created all the same; whether they are new is for the look-up to tell.
		return mentioned(answer, jobs).map((one) => (one && 'result' in one ? undefined : one));
	}

	function mentioned(answer: ApiAnswer, jobs: IDataObject[]) {
		return mentionsIn(answer.body, jobs).map((mention, index) => {
			const job = jobs[index] ?? {};
			if (mention === undefined) return undefined;
			return 'created' in mention
				? { result: presentAnswer(mention.created ?? answer.body, job, simplify) }
				: { failure: failureOf({ ...answer, body: mention.complaint }, job) };
		});
	}

	function failuresIn(answer: ApiAnswer, jobs: IDataObject[]) {
		return reasonsIn(answer.body, jobs).map((reason, index) =>
			reason === undefined ? undefined : failureOf({ ...answer, body: reason }, jobs[index]),
		);
	}

	function failureOf(answer: ApiAnswer, job?: IDataObject): ItemError {
		return client.refusal(answer, { subject: job && `job "${String(job.external_id)}"` });
	}
}

function customerIn({ customer }: IDataObject): unknown {
	return keysOf(customer).name;
}
