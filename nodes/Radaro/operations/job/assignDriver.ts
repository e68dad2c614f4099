import type { IDataObject } from 'n8n-workflow';

import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { boolean, resourceLocator } from '../../../shared/api/fields';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { driverChoice, driverOf } from './driver';
import { jobLocator } from './jobLocator';
import { checkDriver } from './jobRules';
import { jobToChange } from './jobToChange';
import { requestJob } from './requestJob';

export const assignDriver: Operation = operation({
	value: 'assignDriver',
	name: 'Assign Driver',
	action: 'Assign driver to job',
	description: 'Give one job to a driver',
	output: jobColumnsSchema,
	properties: [
		jobLocator,
		resourceLocator('Driver', 'driver', driverChoice),
		boolean('Set Status to Assigned', 'setStatus', {
			description:
				'Whether to set the status as well. Only needed if Radaro leaves it as it is; a job that is under way would go back to Assigned.',
		}),
		...rowProperties,
	],
	async run({ client }, { values }) {
		checkDriver(values.driver.value);
		const body: IDataObject = { driver: driverOf(values.driver.value) };
		if (values.setStatus) body.status = 'assigned';
		return await requestJob(client, {
			method: 'PATCH',
			...(await jobToChange(client, values.job)),
			body,
			sent: body,
			subject: 'this change',
			simplify: values.simplify,
		});
	},
});
