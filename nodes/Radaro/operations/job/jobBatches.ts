import { type IDataObject, NodeApiError } from 'n8n-workflow';

import type { BatchAnswer, BatchSender } from '../../../shared/action/batchSender';
import type { ItemError } from '../../../shared/action/operation';
import { type ApiAnswer, type ApiClient, isRefusal } from '../../../shared/api/apiClient';
import { PATHS } from '../../api/client';
import { holdsCreated, mentionsIn, reasonsIn } from './batchAnswer';
import { presentAnswer, presentJob } from './jobAnswer';
import { jobAt } from './jobLocator';
import { isSameJob } from './sameJob';

type Answer = BatchAnswer<IDataObject, ItemError>;

/** Statuses after which no other job has a chance: key, address, or too many requests. */
const HOPELESS = [300, 301, 302, 303, 307, 308, 401, 403, 404, 405, 429];

/**
 * Creates several jobs with one request. Radaro documents neither what the answer holds nor whether
 * one bad job refuses all, so every form is read (docs/vendors.md#radaro-bulk).
 */
export function jobSender(
	client: ApiClient,
	simplify: boolean,
): BatchSender<IDataObject, IDataObject, ItemError> {
	const startedAt = Date.now();
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
			if (jobs.length > 1 && holdsCreated(answer.body, jobs.length)) {
				// Whether they are new is for the look-up to tell.
				const answers = answersIn(answer, jobs);
				return {
					kind: 'answered',
					answers: answers.map((one) => (one && 'result' in one ? undefined : one)),
				};
			}
			const entries = reasonsIn(answer.body, jobs);
			const reasons = jobs.map((job, index) =>
				entries[index] === undefined
					? undefined
					: refusalOf({ ...answer, body: entries[index] }, job),
			);
			return { kind: 'refused', failure, reasons };
		},

		async recover(job) {
			const { path } = jobAt({ mode: 'externalId', value: String(job.external_id) });
			const answer = await client.send({ method: 'GET', path });
			if (answer instanceof NodeApiError) throw answer;
			if (answer.status === 404) return undefined;
			if (isRefusal(answer)) throw refusalOf(answer);
			return isSameJob(answer.body, job, startedAt) ? presentJob(answer.body, simplify) : undefined;
		},

		notSent: (last) =>
			client.error({
				message: 'This job was not sent, because the requests before it got no usable answer',
				description: `${last.message}. Run the items with an error again.`,
			}),

		notMentioned: () =>
			client.error({
				message: 'Radaro did not say whether it created this job',
				description: 'Look it up by its External ID before you send it again.',
			}),

		notSure: (last) =>
			client.error({
				message: 'Radaro may have created this job, but that is not certain',
				description: `Look it up by its External ID before you send it again. The last thing that happened: ${last.message}.`,
			}),

		unexpected: (error) =>
			client.error({
				message: "Radaro's answer cannot be understood",
				description: error instanceof Error ? error.message : 'No reason is known.',
			}),
	};

	function answersIn(answer: ApiAnswer, jobs: IDataObject[]) {
		return mentionsIn(answer.body, jobs).map((mention, index) => {
			const job = jobs[index] ?? {};
			if (mention === undefined) return undefined;
			return 'created' in mention
				? { result: presentAnswer(mention.created ?? answer.body, job, simplify) }
				: { failure: refusalOf({ ...answer, body: mention.complaint }, job) };
		});
	}
}

function nameOf(job: IDataObject): string {
	return `job "${String(job.external_id)}"`;
}
