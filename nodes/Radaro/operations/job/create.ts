import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/jobPath';
import { newJobBody, newJobProperties } from './newJob';
import { requestJob } from './requestJob';

export const createJob: Operation = operation({
	value: 'create',
	name: 'Create',
	action: 'Create job',
	description: 'Create one job per item; for more than 20 items, Create Many is faster',
	output: jobColumnsSchema,
	properties: [...newJobProperties, ...rowProperties],
	async run({ context, client }, { values }) {
		const body = newJobBody(values, context.getTimezone());
		return await requestJob(client, {
			method: 'POST',
			path: PATHS.jobs,
			body,
			sent: body,
			subject: `job "${String(body.external_id)}"`,
			simplify: values.simplify,
		});
	},
});
