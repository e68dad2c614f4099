import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { presenter } from './jobAnswer';
import { chosenJob, jobProperties } from './jobLocator';
import { showJob } from './lookUpJob';

export const getJob: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get job',
	description: 'Get one job',
	output: jobColumnsSchema,
	properties: [...jobProperties, ...rowProperties],
	async run({ context, client }, { values }) {
		const key = chosenJob(values, context.getTimezone());
		const job = await showJob(client, key);
		return presenter(context, values.simplify)(job);
	},
});
