import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { defineProperties } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textOrNull } from '../../../shared/basic/values';
import { JOB_TYPES } from '../../../shared/event/deliveryEvent';
import type { JobKey } from '../../api/jobKey';
import { jobTypeOf } from '../../event/jobType';
import { doNumberField } from './jobFields';
import { checkNumber, whichJob, whichOf } from './jobLocator';

/** Names the job of each input item. */
export const jobOfItemProperties = defineProperties([
	{
		...doNumberField,
		required: true,
		description: 'The number of the job to work with, usually taken from the input item',
	},
	whichJob,
]);

/** @throws InvalidInput when there is no number, or the job cannot be asked for */
export function jobOfItem(
	{ doNumber, which }: { doNumber: string; which: { date?: unknown; type?: string } },
	zone: string,
): JobKey {
	const number = doNumber.trim();
	if (number === '') {
		throw new InvalidInput('"D.O. Number" is missing. Enter which job this item is about.');
	}
	checkNumber(number);
	return { do_number: number, ...whichOf(which, zone) };
}

/** What Detrack tells of a job that was changed or deleted in a batch: not the job itself. */
export const jobIdentitySchema = z.object({
	reference: z.string(),
	date: z.string().nullable(),
	jobType: z.enum(JOB_TYPES).nullable(),
});

/** Which job was handled: by Detrack's answer, else by what was sent. */
export function jobIdentity(entry: IDataObject, key: JobKey): z.infer<typeof jobIdentitySchema> {
	return {
		reference: key.do_number,
		date: textOrNull(entry.date) ?? key.date ?? null,
		jobType: jobTypeOf(entry.type ?? key.type),
	};
}
