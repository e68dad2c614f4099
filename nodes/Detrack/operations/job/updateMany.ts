import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { batchOperation } from '../../../shared/action/batchOperation';
import type { Operation } from '../../../shared/action/operation';
import { boolean } from '../../../shared/api/fields';
import { idOrNull } from '../../../shared/basic/values';
import { PATHS } from '../../api/client';
import { type JobKey, keyOf } from '../../api/jobKey';
import { changeOf, changeProperties } from './changeBody';
import { runExactBatches } from './exactKey';
import type { BatchJob } from './jobBatches';
import { jobIdentity, jobIdentitySchema, jobOfItem, jobOfItemProperties } from './jobOfItem';
import { lookUps } from './lookUpJob';

export const updateManyJobs: Operation = batchOperation({
	value: 'updateMany',
	name: 'Update Many',
	action: 'Update many jobs',
	description: 'Change one job per item, 100 with each request: for more than 20 items',
	output: jobIdentitySchema.extend({ updated: z.literal(true) }),
	properties: [
		...jobOfItemProperties,
		...changeProperties,
		boolean('Overwrite Finished Jobs', 'overwrite', {
			description: 'Whether to change the status also of jobs that are completed already',
		}),
	],
	prepare({ context }, { values }): BatchJob {
		const zone = context.getTimezone();
		const key = jobOfItem(values, zone);
		const data = changeOf(values.updateFields, zone);
		const overwrite = values.overwrite ? { overwrite: true } : {};
		return { key, entry: { ...key, ...overwrite, data } };
	},
	async runAll(call, jobs) {
		const updated = (entry: IDataObject, { key }: BatchJob) => ({
			updated: true,
			...jobIdentity(entry, key),
		});
		return await runExactBatches(call, jobs, {
			method: 'PUT',
			path: PATHS.jobs,
			done: 'changed',
			act: 'the change of ',
			resultOf: updated,
			...lookUps(call.client, keyAfterChange, (found, job) =>
				hasChange(found, dataOf(job)) ? updated(found, job) : undefined,
			),
		});
	},
});

function dataOf({ entry }: BatchJob): IDataObject {
	return entry.data as IDataObject;
}

/** Under what the job is found once it was changed. */
function keyAfterChange(job: BatchJob): JobKey {
	const { do_number: number, date, type } = { ...job.key, ...dataOf(job) };
	return keyOf(idOrNull(number) ?? job.key.do_number, date, type);
}

/** Detrack gives these back in forms of its own, or does not document in which. */
const NOT_COMPARABLE = ['items', 'pod_time'];

/** Whether a job has what was sent; not where nothing of it can be compared. */
function hasChange(job: IDataObject, sent: IDataObject): boolean {
	const comparable = Object.entries(sent).filter(([name]) => !NOT_COMPARABLE.includes(name));
	return (
		comparable.length > 0 &&
		comparable.every(([name, value]) => String(job[name] ?? '') === String(value ?? ''))
	);
}
