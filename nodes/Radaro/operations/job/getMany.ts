import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { queryOf, queryProperty } from '../../../shared/action/queryParameters';
import { rowsProperties } from '../../../shared/action/rows';
import { hintAtMissing } from '../../../shared/api/lists';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/jobPath';
import { readList } from '../../api/lists';
import { presentJob } from './jobAnswer';
import { jobFilter, jobFilterProperty } from './jobFilters';

/** The key goes with the credential alone, and pages are turned by the node. */
const RESERVED = ['key', 'page', 'page_size'];

export const getManyJobs: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many jobs',
	description: 'Get the jobs that were created with this API key, or all with a master key',
	output: jobColumnsSchema,
	properties: [...listProperties, jobFilterProperty, queryProperty, ...rowsProperties],
	async run({ context, client }, { values }) {
		const list = await readList(client, {
			path: PATHS.jobs,
			query: queryOf(values.queryParameters, RESERVED),
			limit: limitOf(values),
			fits: jobFilter(values.filters, context.getTimezone()),
			present: (job) => presentJob(job, values.simplify),
		});
		hintAtMissing(context, list);
		return list.entries;
	},
});
