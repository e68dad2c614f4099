import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

import { sendInBatches } from '../../../shared/action/batch';
import type { BatchSender } from '../../../shared/action/batchSender';
import type { ItemError } from '../../../shared/action/operation';
import { BATCH_SIZE, type BatchJob } from './jobBatches';

/**
 * Sends jobs in batches. Of several items for the same job only the first is sent: Detrack would
 * refuse the others, or its answer could not tell them apart.
 */
export async function runBatches(
	context: IExecuteFunctions,
	jobs: BatchJob[],
	sender: BatchSender<BatchJob, IDataObject, ItemError>,
): Promise<Array<IDataObject | ItemError>> {
	const firsts = new Map<string, BatchJob>();
	for (const job of jobs) {
		const identity = identityOf(job);
		if (!firsts.has(identity)) firsts.set(identity, job);
	}
	const sent = [...firsts.values()];
	const results = await sendInBatches(sent, BATCH_SIZE, sender);
	const resultOf = new Map(sent.map((job, index) => [job, results[index]]));
	return jobs.map((job) => resultOf.get(job) ?? repeated(context, job));
}

function identityOf({ key: { do_number: number, date, type } }: BatchJob): string {
	return JSON.stringify([number, date ?? null, type ?? null]);
}

function repeated(context: IExecuteFunctions, { key }: BatchJob): NodeOperationError {
	const day = key.date === undefined ? '' : ` on ${key.date}`;
	return new NodeOperationError(
		context.getNode(),
		`The D.O. number "${key.do_number}"${day} is used by an earlier item as well. Only the first one was sent.`,
	);
}
