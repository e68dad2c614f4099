import { DELETED, deletedSchema } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { PATHS } from '../../api/client';
import { inWords } from '../../api/jobKey';
import { exactKey } from './exactKey';
import { chosenJob, jobProperties } from './jobLocator';
import { jobIdentity, jobIdentitySchema } from './jobOfItem';

export const deleteJob: Operation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete job',
	description: 'Remove one job per item from Detrack; for many, Delete Many is faster',
	output: jobIdentitySchema.extend(deletedSchema.shape),
	properties: jobProperties,
	async run({ context, client }, { values }) {
		const chosen = chosenJob(values, context.getTimezone());
		const key = await exactKey(client, chosen);
		await client.perform({
			method: 'DELETE',
			path: PATHS.delete,
			query: key,
			wanted: inWords(chosen),
			subject: `the deletion of the ${inWords(chosen)}`,
		});
		return { ...DELETED, ...jobIdentity({}, key) };
	},
});
