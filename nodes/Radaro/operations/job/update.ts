import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { checkChanges, updateFields } from '../../../shared/action/updateFields';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { bodyOf } from './jobBody';
import { withUtcDates } from './jobDates';
import {
	addressField,
	customerNameField,
	externalIdField,
	rareJobFields,
	statusOfJobField,
	usualJobFields,
} from './jobFields';
import { jobLocator } from './jobLocator';
import { checkExternalId, checkJob, checkStaysDeliverable } from './jobRules';
import { jobToChange } from './jobToChange';
import { requestJob } from './requestJob';

const NO_DRIVER =
	'"Driver" is empty. Choose one, or remove the field. To take the driver away, write {"driver": null} into "Other Attributes".';

export const updateJob: Operation = operation({
	value: 'update',
	name: 'Update',
	action: 'Update job',
	description: 'Change some attributes of one job',
	output: jobColumnsSchema,
	properties: [
		jobLocator,
		updateFields([
			externalIdField,
			customerNameField,
			addressField,
			...usualJobFields,
			statusOfJobField,
			...rareJobFields,
		]),
		...rowProperties,
	],
	async run({ context, client }, { values }) {
		// A field that was only added must not take the driver away.
		if (values.updateFields.driver?.trim() === '') throw new InvalidInput(NO_DRIVER);
		const body = withUtcDates(bodyOf(values.updateFields), context.getTimezone());
		checkChanges(body);
		if (body.external_id !== undefined) {
			body.external_id = String(body.external_id ?? '').trim();
			checkExternalId(body);
		}
		checkStaysDeliverable(body);
		checkJob(body);
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
