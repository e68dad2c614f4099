import { jobColumnsSchema } from '../../../shared/deliveryEvent';
import { simplifyProperty } from '../../../shared/listProperties';
import { operation } from '../../../shared/operation';
import type { RadaroOperation } from '../../operation';
import { presentAnswer } from './jobAnswer';
import { jobAt, jobLocator } from './jobLocator';

export const getJob: RadaroOperation = operation({
	value: 'get',
	name: 'Get',
	action: 'Get job',
	description: 'Get one job',
	output: jobColumnsSchema,
	properties: [jobLocator, simplifyProperty],
	async run({ client }, { values }) {
		const answer = await client.request({ method: 'GET', ...jobAt(values.job) });
		return presentAnswer(answer, {}, values.simplify);
	},
});
