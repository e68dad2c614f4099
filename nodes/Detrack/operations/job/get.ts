import { simplifyProperty } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/client';
import { inWords } from '../../api/jobKey';
import { presenter, requestJob } from './jobAnswer';
import { chosenJob, jobProperties } from './jobLocator';

export const getJob: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get job',
	description: 'Get one job',
	output: jobColumnsSchema,
	properties: [...jobProperties, simplifyProperty],
	async run({ context, client }, { values }) {
		const key = chosenJob(values, context.getTimezone());
		const job = await requestJob(client, {
			method: 'GET',
			path: PATHS.show,
			query: key,
			wanted: inWords(key),
		});
		return presenter(context, values.simplify)(job);
	},
});
