import { DELETED, deletedSchema } from '../../../shared/deleted';
import { operation } from '../../../shared/operation';
import type { RadaroOperation } from '../../operation';
import { jobAt, jobLocator } from './jobLocator';

export const deleteJob: RadaroOperation = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete job',
	description: 'Remove one job from Radaro',
	output: deletedSchema,
	properties: [jobLocator],
	async run({ client }, { values }) {
		await client.request({ method: 'DELETE', ...jobAt(values.job) });
		return { ...DELETED };
	},
});
