import { type IDataObject, type INode, NodeOperationError } from 'n8n-workflow';

import { sendInBatches } from '../../../shared/action/batch';
import { batchOperation } from '../../../shared/action/batchOperation';
import { simplifyProperty } from '../../../shared/action/listProperties';
import type { Operation } from '../../../shared/action/operation';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { jobSender } from './jobBatches';
import { newJobBody, newJobProperties } from './newJob';

export const createManyJobs: Operation = batchOperation({
	value: 'createMany',
	name: 'Create Many',
	action: 'Create many jobs',
	description: 'Create one job per item, with as few requests as possible',
	output: jobColumnsSchema,
	properties: [
		...newJobProperties,
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
			default: 100,
			noDataExpression: true,
			description: 'How many jobs go into one request. Radaro documents no limit.',
		},
		simplifyProperty,
	],
	prepare: ({ context }, { values }) => newJobBody(values, context.getTimezone()),
	async runAll({ context, client }, jobs, { values }) {
		const sender = jobSender(client, values.simplify);
		const first = withoutRepeats(jobs);
		const results = await sendInBatches(first, Math.max(1, Math.floor(values.batchSize)), sender);
		const resultOf = new Map(first.map((job, index) => [job, results[index]]));
		return jobs.map((job) => resultOf.get(job) ?? repeatedId(context.getNode(), job));
	},
});

/** Radaro would refuse a whole batch for an External ID that is in it twice. */
function withoutRepeats(jobs: IDataObject[]): IDataObject[] {
	const known = new Set<string>();
	return jobs.filter((job) => {
		const id = String(job.external_id);
		const isNew = !known.has(id);
		known.add(id);
		return isNew;
	});
}

function repeatedId(node: INode, job: IDataObject): NodeOperationError {
	return new NodeOperationError(
		node,
		`The External ID "${String(job.external_id)}" is used by an earlier item as well. Each job needs its own.`,
	);
}
