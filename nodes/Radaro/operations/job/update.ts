import { simplifyProperty } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { collection } from '../../../shared/api/fields';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { bodyOf, InvalidJob } from './jobBody';
import { withUtcDates } from './jobDates';
import {
	addressField,
	customerNameField,
	externalIdField,
	optionalJobFields,
	statusOfJobField,
} from './jobFields';
import { jobAt, jobLocator } from './jobLocator';
import { checkExternalId, checkJob } from './jobRules';
import { requestJob } from './requestJob';

export const updateJob: Operation = operation({
	value: 'update',
	name: 'Update',
	action: 'Update job',
	description: 'Change some attributes of one job',
	output: jobColumnsSchema,
	properties: [
		jobLocator,
		collection('Update Fields', 'updateFields', {
			description: 'What to change. A field that is added and left empty is cleared.',
			options: [
				addressField,
				customerNameField,
				externalIdField,
				...optionalJobFields,
				statusOfJobField,
			],
		}),
		simplifyProperty,
	],
	async run({ context, client }, { values }) {
		const body = withUtcDates(bodyOf(values.updateFields), context.getTimezone());
		if (Object.keys(body).length === 0) {
			throw new InvalidJob('There is nothing to change. Add a field under "Update Fields".');
		}
		if (body.external_id !== undefined) {
			body.external_id = String(body.external_id ?? '').trim();
			checkExternalId(body);
		}
		checkJob(body);
		return await requestJob(client, {
			method: 'PATCH',
			...jobAt(values.job),
			body,
			sent: body,
			subject: 'this change',
			simplify: values.simplify,
		});
	},
});
