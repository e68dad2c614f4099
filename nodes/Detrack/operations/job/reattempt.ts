import { type Operation, operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { date } from '../../../shared/api/fields';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/client';
import { inWords } from '../../api/jobKey';
import { exactKey } from './exactKey';
import { presenter, requestJob } from './jobAnswer';
import { chosenJob, dayFrom, jobProperties } from './jobLocator';

/** Gives the new job: a copy with the same number (docs/vendors.md#detrack-reattempt). */
export const reattemptJob: Operation = operation({
	value: 'reattempt',
	name: 'Reattempt',
	action: 'Reattempt job',
	description: 'Try a failed or partly completed job again, as a new job with the same number',
	output: jobColumnsSchema,
	properties: [
		...jobProperties,
		date('New Date', 'newDate', {
			description: 'The day of the new attempt. Leave it empty to keep the date of the job.',
		}),
		...rowProperties,
	],
	async run({ context, client }, { values }) {
		const zone = context.getTimezone();
		const chosen = chosenJob(values, zone);
		const newDate = dayFrom(values.newDate, 'New Date', zone);
		const key = await exactKey(client, chosen);
		const job = await requestJob(client, {
			method: 'POST',
			path: PATHS.reattempt,
			body: { data: { ...key, ...(newDate === null ? {} : { new_date: newDate }) } },
			wanted: inWords(chosen),
			subject: `another attempt of the ${inWords(chosen)}`,
		});
		return presenter(context, values.simplify)(job);
	},
});
