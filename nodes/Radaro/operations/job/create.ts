import { jobColumnsSchema } from '../../../shared/deliveryEvent';
import { simplifyProperty } from '../../../shared/listProperties';
import { operation } from '../../../shared/operation';
import { PATHS } from '../../client';
import type { RadaroOperation } from '../../operation';
import { presentAnswer } from './jobAnswer';
import { newJobBody, newJobProperties } from './newJob';

export const createJob: RadaroOperation = operation({
	value: 'create',
	name: 'Create',
	action: 'Create job',
	description: 'Create one job per item, each with a request of its own',
	output: jobColumnsSchema,
	properties: [...newJobProperties, simplifyProperty],
	async run({ context, client }, { values }) {
		const body = newJobBody(values, context.getTimezone());
		const answer = await client.request({ method: 'POST', path: PATHS.jobs, body });
		return presentAnswer(answer, body, values.simplify);
	},
});
