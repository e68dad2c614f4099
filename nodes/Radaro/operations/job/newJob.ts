import type { IDataObject } from 'n8n-workflow';

import { withoutBlanks } from '../../../shared/action/attributes';
import { fieldsOrJson } from '../../../shared/action/fieldsOrJson';
import { objectOf } from '../../../shared/action/jsonField';
import type { ValuesOf } from '../../../shared/action/parameters';
import { bodyOf } from './jobBody';
import { withUtcDates } from './jobDates';
import {
	addressField,
	creationStatusField,
	customerNameField,
	externalIdField,
	rareJobFields,
	usualJobFields,
} from './jobFields';
import { checkNewJob } from './jobRules';

/** The parameters of a new job: field by field, or as Radaro's own JSON. */
export const newJobProperties = fieldsOrJson({
	thing: 'job',
	vendor: 'Radaro',
	fields: [
		{ ...externalIdField, required: true },
		{ ...customerNameField, required: true },
		{ ...addressField, hint: 'Needed, unless you add Delivery Location below' },
	],
	additional: [...usualJobFields, creationStatusField, ...rareJobFields],
	jsonDescription: 'One job as a JSON object, with external_id, customer and deliver_address',
});

/**
 * The body that creates a job.
 *
 * @param zone the workflow's time zone, for dates without one
 * @throws InvalidInput with the first thing that is missing or cannot be sent
 */
export function newJobBody(values: ValuesOf<typeof newJobProperties>, zone: string): IDataObject {
	const body =
		values.source === 'json'
			? { ...objectOf(values.jobJson, 'Job (JSON)') }
			: bodyOf({ ...withoutBlanks(values.additionalFields), ...mainFields(values) });
	// Radaro compares the number as it is, so a blank at its end would be another job.
	const { external_id: id } = body;
	if (typeof id === 'string') body.external_id = id.trim();
	const dated = withUtcDates(body, zone);
	checkNewJob(dated);
	return dated;
}

function mainFields({ externalId, customerName, address }: ValuesOf<typeof newJobProperties>) {
	return { externalId, customerName, address: address === '' ? undefined : address };
}
