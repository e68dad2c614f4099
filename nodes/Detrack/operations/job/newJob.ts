import type { IDataObject } from 'n8n-workflow';

import { withoutBlanks } from '../../../shared/action/attributes';
import { fieldsOrJson } from '../../../shared/action/fieldsOrJson';
import { objectOf, required } from '../../../shared/action/jsonField';
import type { ValuesOf } from '../../../shared/action/parameters';
import { idOrNull } from '../../../shared/basic/values';
import { bodyOf, inDetracksForms } from './jobBody';
import { addressField, dateField, doNumberField, optionalJobFields } from './jobFields';

/** The parameters of a new job: field by field, or as Detrack's own JSON. */
export const newJobProperties = fieldsOrJson({
	thing: 'job',
	vendor: 'Detrack',
	fields: [doNumberField, { ...dateField, required: true }, { ...addressField, required: true }],
	additional: optionalJobFields,
	jsonDescription: 'One job as a JSON object, with do_number, date and address',
});

/**
 * The body that creates a job.
 *
 * @param zone the workflow's time zone, for dates
 * @throws InvalidInput with the first thing that is missing or cannot be sent
 */
export function newJobBody(values: ValuesOf<typeof newJobProperties>, zone: string): IDataObject {
	const body =
		values.source === 'json'
			? inDetracksForms(objectOf(values.jobJson, 'Job (JSON)'), zone)
			: bodyOf({ ...values.additionalFields, ...mainFields(values) }, zone);
	// Detrack may compare the number as it is, so a blank at its end would be another job.
	const filled: IDataObject = withoutBlanks({
		...body,
		do_number: idOrNull(body.do_number) ?? body.do_number,
	});
	required(filled.date, 'Date', 'Enter the day of the job.');
	// Some accounts give the lines of an address one by one (docs/vendors.md#detrack-jobs).
	required(filled.address ?? filled.address_1, 'Address', 'Enter where to deliver or collect.');
	return filled;
}

function mainFields({ doNumber, date, address }: ValuesOf<typeof newJobProperties>) {
	return { doNumber, date, address };
}
