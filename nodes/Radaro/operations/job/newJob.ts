import type { IDataObject } from 'n8n-workflow';

import { withoutBlanks } from '../../../shared/action/attributes';
import type { ValuesOf } from '../../../shared/action/parameters';
import { collection, json, options } from '../../../shared/api/fields';
import { bodyOf, objectOf } from './jobBody';
import { withUtcDates } from './jobDates';
import {
	addressField,
	creationStatusField,
	customerNameField,
	externalIdField,
	optionalJobFields,
} from './jobFields';
import { checkNewJob } from './jobRules';

const shownFor = (source: string) => ({ displayOptions: { show: { source: [source] } } });

/** The parameters of a new job: field by field, or as Radaro's own JSON. */
export const newJobProperties = [
	options('Job Data', 'source', {
		noDataExpression: true,
		options: [
			{ name: 'Fill in Fields', value: 'fields' },
			{ name: 'JSON', value: 'json', description: "The whole job by Radaro's own names" },
		],
		default: 'fields',
		description: 'How to give the job',
	}),
	{ ...externalIdField, ...shownFor('fields'), required: true },
	{ ...customerNameField, ...shownFor('fields'), required: true },
	{ ...addressField, ...shownFor('fields') },
	collection('Additional Fields', 'additionalFields', {
		displayOptions: { show: { source: ['fields'] } },
		options: [...optionalJobFields, creationStatusField],
	}),
	json('Job (JSON)', 'jobJson', {
		default: '={{ $json }}',
		required: true,
		displayOptions: { show: { source: ['json'] } },
		description: 'One job as a JSON object, with external_id, customer and deliver_address',
	}),
] as const;

/**
 * The body that creates a job.
 *
 * @param zone the workflow's time zone, for dates without one
 * @throws InvalidJob with the first thing that is missing or cannot be sent
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
