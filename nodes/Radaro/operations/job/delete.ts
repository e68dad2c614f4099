import { z } from 'zod';

import { DELETED, deletedSchema } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { hasComplaint } from './batchAnswer';
import { jobLocator } from './jobLocator';
import { jobToChange } from './jobToChange';

export const deleteJob: Operation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete job',
	description: 'Remove one job from Radaro',
	output: deletedSchema.extend({ reference: z.string().nullable(), jobId: z.string().nullable() }),
	properties: [jobLocator],
	async run({ client }, { values }) {
		const at = await jobToChange(client, values.job);
		const subject = 'the deletion of this job';
		const answer = await client.perform({ method: 'DELETE', ...at, subject });
		if (hasComplaint(answer)) {
			const refused = { status: 200, body: answer, retryAfter: null };
			throw client.refusal(refused, { subject });
		}
		const { mode, value } = values.job;
		const isJobId = mode === 'id';
		return { ...DELETED, reference: isJobId ? null : value, jobId: isJobId ? value : null };
	},
});
