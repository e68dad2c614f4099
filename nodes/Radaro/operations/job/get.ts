import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { jobAt, jobLocator } from './jobLocator';
import { requestJob } from './requestJob';

export const getJob: Operation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get job',
	description: 'Get one job',
	output: jobColumnsSchema,
	properties: [jobLocator, ...rowProperties],
	async run({ client }, { values }) {
		return await requestJob(client, {
			method: 'GET',
			...jobAt(values.job),
			simplify: values.simplify,
		});
	},
});
