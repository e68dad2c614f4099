import type { IDataObject } from 'n8n-workflow';

import { jobColumnsSchema } from '../../../shared/deliveryEvent';
import { simplifyProperty } from '../../../shared/listProperties';
import { operation } from '../../../shared/operation';
import type { RadaroOperation } from '../../operation';
import { presentAnswer } from './jobAnswer';
import { jobAt, jobLocator } from './jobLocator';
import { checkDriver } from './jobRules';

export const assignDriver: RadaroOperation = operation({
	value: 'assignDriver',
	name: 'Assign Driver',
	action: 'Assign driver to job',
	description: 'Give one job to a driver',
	output: jobColumnsSchema,
	properties: [
		jobLocator,
		{
			displayName: 'Driver ID',
			name: 'driver',
			type: 'number',
			default: 0,
			required: true,
			description: "The number of a driver in Radaro's portal",
		},
		{
			displayName: 'Set Status to Assigned',
			name: 'setStatus',
			type: 'boolean',
			default: false,
			description:
				'Whether to set the status as well. Only needed if Radaro leaves it as it is; a job that is under way would go back to Assigned.',
		},
		simplifyProperty,
	],
	async run({ client }, { values }) {
		checkDriver(values.driver);
		const body: IDataObject = { driver: values.driver };
		if (values.setStatus) body.status = 'assigned';
		const answer = await client.request({ method: 'PATCH', ...jobAt(values.job), body });
		return presentAnswer(answer, body, values.simplify);
	},
});
