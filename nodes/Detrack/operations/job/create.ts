import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/client';
import { presenter, requestJob } from './jobAnswer';
import { newJobBody, newJobProperties } from './newJob';

export const createJob: Operation = operation({
	value: 'create',
	name: 'Create',
	action: 'Create job',
	description: 'Create one job per item; for more than 20 items, Create Many is faster',
	output: jobColumnsSchema,
	properties: [...newJobProperties, ...rowProperties],
	async run({ context, client }, { values }) {
		const body = newJobBody(values, context.getTimezone());
		const number = body.do_number;
		const job = await requestJob(client, {
			method: 'POST',
			path: PATHS.jobs,
			body: { data: body },
			subject: number === undefined ? 'the job' : `job "${String(number)}"`,
		});
		return presenter(context, values.simplify)(job);
	},
});
