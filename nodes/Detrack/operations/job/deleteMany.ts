import { batchOperation } from '../../../shared/action/batchOperation';
import { DELETED, deletedSchema } from '../../../shared/action/listProperties';
import type { Operation } from '../../../shared/action/operation';
import { PATHS } from '../../api/client';
import { runExactBatches } from './exactKey';
import type { BatchJob } from './jobBatches';
import { jobIdentity, jobIdentitySchema, jobOfItem, jobOfItemProperties } from './jobOfItem';
import { lookUp } from './lookUpJob';

export const deleteManyJobs: Operation = batchOperation({
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many jobs',
	description: 'Remove one job per item, 100 with each request: for more than 20 items',
	output: jobIdentitySchema.extend(deletedSchema.shape),
	properties: jobOfItemProperties,
	prepare({ context }, { values }): BatchJob {
		const key = jobOfItem(values, context.getTimezone());
		return { key, entry: key };
	},
	async runAll(call, jobs) {
		return await runExactBatches(call, jobs, {
			method: 'DELETE',
			path: PATHS.jobs,
			done: 'deleted',
			act: 'the deletion of ',
			resultOf: (entry, { key }) => ({ ...DELETED, ...jobIdentity(entry, key) }),
			// Where Detrack told no date or type, a second time may mean another job of that number.
			mayRepeat: ({ key }) => key.date !== undefined && key.type !== undefined,
			// Sent again, a job that is gone is refused as unknown, and then it was deleted.
			recover: async ({ key }) =>
				(await lookUp(call.client, key)) === undefined
					? { ...DELETED, ...jobIdentity({}, key) }
					: undefined,
		});
	},
});
