import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/client';
import { inWords } from '../../api/jobKey';
import { changeOf, changeProperties } from './changeBody';
import { exactKey } from './exactKey';
import { presenter, requestJob } from './jobAnswer';
import { chosenJob, jobProperties } from './jobLocator';

export const updateJob: Operation = operation({
	value: 'update',
	name: 'Update',
	action: 'Update job',
	description:
		'Change one job per item, assign it, or close it by hand; for many, Update Many is faster',
	output: jobColumnsSchema,
	properties: [...jobProperties, ...changeProperties, ...rowProperties],
	async run({ context, client }, { values }) {
		const zone = context.getTimezone();
		const chosen = chosenJob(values, zone);
		const data = changeOf(values.updateFields, zone);
		const key = await exactKey(client, chosen);
		const job = await requestJob(client, {
			method: 'PUT',
			path: PATHS.update,
			// Here the key stands beside the data, not in it.
			body: { ...key, data },
			wanted: inWords(chosen),
			subject: `the change of the ${inWords(chosen)}`,
		});
		return presenter(context, values.simplify)(job);
	},
});
