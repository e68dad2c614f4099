import { type IDataObject, NodeApiError } from 'n8n-workflow';

import { type ApiClient, isRefusal } from '../../../shared/api/apiClient';
import { idOrNull, keysOf, textOrNull } from '../../../shared/basic/values';
import { PATHS } from '../../api/client';
import { inWords, type JobKey } from '../../api/jobKey';
import { readList } from '../../api/lists';
import { mayBeAbout } from './batchAnswer';
import { jobIn, requestJob } from './jobAnswer';
import type { BatchJob, BatchKind } from './jobBatches';

/**
 * Gets the job that a user has chosen.
 *
 * @throws NodeApiError also when there is none
 */
export async function showJob(client: ApiClient, key: JobKey): Promise<IDataObject> {
	return await requestJob(client, {
		method: 'GET',
		path: PATHS.show,
		query: key,
		wanted: inWords(key),
	});
}

/**
 * Looks one job up; `undefined` where there is none.
 *
 * @throws NodeApiError when the look-up gets no usable answer
 */
export async function lookUp(client: ApiClient, key: JobKey): Promise<IDataObject | undefined> {
	const wanted = inWords(key);
	const answer = await client.send({ method: 'GET', path: PATHS.show, query: key });
	if (answer instanceof NodeApiError) throw answer;
	if (isRefusal(answer)) {
		const isMissing = answer.status === 404 || keysOf(answer.body).code === 'not_found';
		if (isMissing) return undefined;
		throw client.refusal(answer, { wanted });
	}
	const job = jobIn(answer.body);
	if (job !== undefined) return job;
	throw client.error({ message: `Detrack answered without the ${wanted}`, description: '' });
}

/** Looks several jobs up at once; of several that one key fits, the latest, as Detrack takes it. */
export async function lookUpMany(
	client: ApiClient,
	keys: readonly JobKey[],
): Promise<Array<IDataObject | undefined>> {
	const found = await findJobs(client, keys);
	return found.map((fitting) => fitting.reduce<IDataObject | undefined>(latest, undefined));
}

/**
 * Finds all jobs that each key fits, with one search by number. Whether Detrack compares numbers exactly
 * is not documented, so it is done here (docs/vendors.md#detrack-search).
 *
 * @throws NodeApiError when the search gets no usable answer
 */
export async function findJobs(
	client: ApiClient,
	keys: readonly JobKey[],
): Promise<IDataObject[][]> {
	const numbers = [...new Set(keys.map((key) => key.do_number))];
	const { entries, incomplete } = await readList(
		client,
		({ page, limit }) => ({
			method: 'POST',
			path: PATHS.search,
			body: { data: { do_numbers: numbers, page: String(page), limit: String(limit) } },
		}),
		Infinity,
	);
	// A job that looks alone may have others of its number among those that are missing.
	if (incomplete !== null) {
		throw client.error({
			message: 'Detrack did not give all jobs with this number',
			description: `${incomplete} Try again, or say which job is meant by its date and type.`,
		});
	}
	const byNumber = new Map<string, IDataObject[]>();
	for (const entry of entries) {
		const number = idOrNull(entry.do_number) ?? '';
		byNumber.set(number, [...(byNumber.get(number) ?? []), entry]);
	}
	return keys.map((key) =>
		(byNumber.get(key.do_number) ?? []).filter((entry) => mayBeAbout(entry, key)),
	);
}

/**
 * Finds out what became of jobs of a lost request, by looking them up.
 *
 * @param keyOf under what a job is found if it was applied
 * @param resultOf the output item for a job that was found, or nothing where it was not applied
 */
export function lookUps(
	client: ApiClient,
	keyOf: (job: BatchJob) => JobKey,
	resultOf: (found: IDataObject, job: BatchJob) => IDataObject | undefined,
): Required<Pick<BatchKind, 'recover' | 'recoverMany'>> {
	const outcomeOf = (found: IDataObject | undefined, job: BatchJob) =>
		found && resultOf(found, job);
	return {
		recover: async (job) => outcomeOf(await lookUp(client, keyOf(job)), job),
		async recoverMany(jobs) {
			const found = await lookUpMany(client, jobs.map(keyOf));
			return jobs.map((job, index) => outcomeOf(found[index], job));
		},
	};
}

/** Without a date, Detrack takes the latest. */
function latest(a: IDataObject | undefined, b: IDataObject): IDataObject {
	return a !== undefined && (textOrNull(a.date) ?? '') >= (textOrNull(b.date) ?? '') ? a : b;
}
