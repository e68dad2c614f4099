import type { IDataObject } from 'n8n-workflow';

import { batchOperation } from '../../../shared/action/batchOperation';
import { required } from '../../../shared/action/jsonField';
import type { Operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { isSameJob } from '../../../shared/action/sameJob';
import { idOrNull } from '../../../shared/basic/values';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/client';
import { keyOf } from '../../api/jobKey';
import { isJob, presenter } from './jobAnswer';
import { type BatchJob, runBatches } from './jobBatches';
import { lookUps } from './lookUpJob';
import { newJobBody, newJobProperties } from './newJob';

export const createManyJobs: Operation = batchOperation({
	value: 'createMany',
	name: 'Create Many',
	action: 'Create many jobs',
	description: 'Create one job per item, 100 with each request: for more than 20 items',
	output: jobColumnsSchema,
	properties: [...newJobProperties, ...rowProperties],
	prepare({ context }, { values }): BatchJob {
		const entry = newJobBody(values, context.getTimezone());
		// Without it nothing tells a job that was created by a lost request.
		required(
			entry.do_number,
			'D.O. Number',
			'Create Many needs it to tell the jobs apart. Use Create where Detrack makes the number.',
		);
		return { key: keyOf(idOrNull(entry.do_number) ?? '', entry.date, typeOf(entry)), entry };
	},
	async runAll(call, jobs, { values }) {
		const startedAt = Date.now();
		const present = presenter(call.context, values.simplify);
		return await runBatches(call, jobs, {
			method: 'POST',
			path: PATHS.bulk,
			done: 'created',
			act: '',
			resultOf: (entry) => (isJob(entry) ? present(entry) : undefined),
			...lookUps(
				call.client,
				({ key }) => key,
				(found, { entry }) => (isSentJob(found, entry, startedAt) ? present(found) : undefined),
			),
		});
	},
});

/** Detrack takes a new job for a delivery (docs/vendors.md#detrack-jobs). */
function typeOf({ type }: IDataObject): unknown {
	return type ?? 'Delivery';
}

function isSentJob(found: IDataObject, entry: IDataObject, since: number): boolean {
	return isSameJob(
		{ contact: found.deliver_to_collect_from, createdAt: found.created_at },
		{ contact: entry.deliver_to_collect_from, since },
	);
}
