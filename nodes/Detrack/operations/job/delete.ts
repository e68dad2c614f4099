import { DELETED, deletedSchema } from '../../../shared/deleted';
import { operation } from '../../../shared/operation';
import { PATHS } from '../../client';
import { inWords } from '../../jobKey';
import type { DetrackOperation } from '../../operation';
import { chosenJob, jobProperties } from './jobLocator';

export const deleteJob: DetrackOperation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete job',
	description: 'Remove one job from Detrack',
	output: deletedSchema,
	properties: jobProperties,
	async run({ context, client }, { values }) {
		const key = chosenJob(values, context.getTimezone());
		await client.request({
			method: 'DELETE',
			path: PATHS.delete,
			query: key,
			wanted: inWords(key),
			subject: `the deletion of the ${inWords(key)}`,
		});
		return { ...DELETED };
	},
});
