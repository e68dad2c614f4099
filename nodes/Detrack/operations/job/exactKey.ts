import { type IDataObject, NodeApiError } from 'n8n-workflow';

import type { Call, ItemError } from '../../../shared/action/operation';
import type { ApiClient } from '../../../shared/api/apiClient';
import { idOrNull } from '../../../shared/basic/values';
import { inWords, type JobKey, keyOf } from '../../api/jobKey';
import { type BatchJob, type BatchKind, MOST_IN_BATCH, runBatches } from './jobBatches';
import { findJobs } from './lookUpJob';

/**
 * The whole key of a job that is about to be changed or deleted. What a number alone means where there
 * are several jobs is inferred or not documented (docs/vendors.md#detrack-uniqueness), so the jobs are
 * looked up, and only one that is alone is touched. A key with date and type is taken as it is.
 *
 * @throws NodeApiError when there is no such job, or more than one, or the look-up gets no usable answer
 */
export async function exactKey(client: ApiClient, key: JobKey): Promise<JobKey> {
	const [exact] = await exactKeys(client, [key]);
	if (exact instanceof NodeApiError) throw exact;
	return exact ?? key;
}

/** Changes or deletes jobs in batches, by their whole keys: see `exactKey`. */
export async function runExactBatches(
	call: Call,
	jobs: readonly BatchJob[],
	kind: BatchKind,
): Promise<Array<IDataObject | ItemError>> {
	const keys = await exactKeys(
		call.client,
		jobs.map(({ key }) => key),
	);
	const exact = keys.flatMap((key, index) =>
		key instanceof NodeApiError ? [] : [{ key, entry: { ...jobs[index]?.entry, ...key } }],
	);
	const results = (await runBatches(call, exact, kind)).values();
	return keys.map((key) => (key instanceof NodeApiError ? key : (results.next().value ?? {})));
}

async function exactKeys(
	client: ApiClient,
	keys: readonly JobKey[],
): Promise<Array<JobKey | NodeApiError>> {
	const open = keys.filter(({ date, type }) => date === undefined || type === undefined);
	const outcome = new Map<JobKey, JobKey | NodeApiError>();
	let failure: NodeApiError | undefined;
	for (let start = 0; start < open.length; start += MOST_IN_BATCH) {
		const part = open.slice(start, start + MOST_IN_BATCH);
		const found = failure ?? (await findJobs(client, part).catch(asApiError));
		if (found instanceof NodeApiError) failure = found;
		for (const [index, key] of part.entries()) {
			outcome.set(key, Array.isArray(found) ? theOnly(client, key, found[index] ?? []) : found);
		}
	}
	return keys.map((key) => outcome.get(key) ?? key);
}

/** A look-up that failed stands for those after it, which would fail as well. */
function asApiError(error: unknown): NodeApiError {
	if (error instanceof NodeApiError) return error;
	throw error;
}

function theOnly(
	client: ApiClient,
	key: JobKey,
	found: ReadonlyArray<Record<string, unknown>>,
): JobKey | NodeApiError {
	const [job, ...more] = found;
	if (job === undefined) {
		const nothing = { status: 404, body: undefined, retryAfter: null };
		return client.refusal(nothing, { wanted: inWords(key) });
	}
	if (more.length === 0) return { ...keyOf(key.do_number, job.date, job.type), ...key };
	return client.error({
		message: `There is more than one ${inWords(key)}, so none was touched`,
		description: `Say which one is meant under "If the Number Is Not Unique", by Date and Type. There are: ${named(found)}.`,
	});
}

const MOST_NAMED = 5;

function named(found: ReadonlyArray<Record<string, unknown>>): string {
	const words = found.slice(0, MOST_NAMED).map(({ date, type, attempt, status }) => {
		const what = `${idOrNull(type) ?? 'Job'} on ${idOrNull(date) ?? 'an unknown date'}`;
		const told = [
			...(idOrNull(attempt) === null ? [] : [`attempt ${idOrNull(attempt)}`]),
			...(idOrNull(status) === null ? [] : [`${idOrNull(status)}`]),
		];
		return told.length === 0 ? what : `${what} (${told.join(', ')})`;
	});
	const more = found.length > MOST_NAMED ? [`${found.length - MOST_NAMED} more`] : [];
	return [...words, ...more].join('; ');
}
