import { NodeOperationError } from 'n8n-workflow';

import { sendFirsts } from '../../../shared/action/batch';
import { batchOperation } from '../../../shared/action/batchOperation';
import type { ItemError, Operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { number } from '../../../shared/api/fields';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { jobSender } from './jobBatches';
import { newJobBody, newJobProperties } from './newJob';

export const createManyJobs: Operation = batchOperation({
	value: 'createMany',
	name: 'Create Many',
	action: 'Create many jobs',
	description: 'Create one job per item, many with each request: for more than 20 items',
	output: jobColumnsSchema,
	properties: [
		...newJobProperties,
		number('Batch Size', 'batchSize', {
			typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
			default: 100,
			noDataExpression: true,
			description: 'How many jobs go into one request',
		}),
		...rowProperties,
	],
	prepare: ({ context }, { values }) => newJobBody(values, context.getTimezone()),
	async runAll({ context, client }, jobs, { values }) {
		return await sendFirsts(jobs, values.batchSize, jobSender(client, values.simplify), {
			// Radaro would refuse a whole batch for an External ID that is in it twice.
			identityOf: (job) => String(job.external_id),
			repeated: (job): ItemError =>
				new NodeOperationError(
					context.getNode(),
					`The External ID "${String(job.external_id)}" is used by an earlier item as well. Each job needs its own.`,
				),
		});
	},
});
