import type { IDataObject } from 'n8n-workflow';

import { limitOf, listProperties, simplifyProperty } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { hintAtMissing } from '../../../shared/api/lists';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/client';
import { readList } from '../../api/lists';
import { presenter } from './jobAnswer';
import { STATUS_OPTIONS } from './jobFields';
import { dayFrom, TYPE_OPTIONS } from './jobLocator';

/** The filters of Detrack's list (docs/vendors.md#detrack-jobs). */
const filters = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Assign To',
			name: 'assignTo',
			type: 'string',
			default: '',
			description:
				'Only jobs of this driver or vehicle. Added and left empty: only jobs without one.',
		},
		{
			displayName: 'D.O. Number',
			name: 'doNumber',
			type: 'string',
			default: '',
			description: 'Only jobs with exactly this number, of all dates',
		},
		{
			displayName: 'Date',
			name: 'date',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: 'Only jobs of this day',
		},
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			default: '',
			description:
				'Words to look for in the number, address, contact name, email, driver, tracking number and zone',
		},
		{
			displayName: 'Sort By',
			name: 'sort',
			type: 'string',
			default: '-created_at',
			description:
				"An attribute by Detrack's own name, with a minus for the latest first. Does not count together with Query.",
		},
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: STATUS_OPTIONS,
			default: [],
			description: 'Only jobs that have one of these statuses',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: TYPE_OPTIONS,
			default: 'Delivery',
			description: 'Only deliveries, or only collections',
		},
	],
} as const;

interface Filters {
	assignTo?: string;
	doNumber?: string;
	date?: unknown;
	query?: string;
	sort?: string;
	statuses?: string[];
	type?: string;
}

export const getManyJobs: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many jobs',
	description: 'Get all jobs, or those of a day, a driver or a status',
	output: jobColumnsSchema,
	properties: [...listProperties, filters, simplifyProperty],
	async run({ context, client }, { values }) {
		const query = queryOf(values.filters, context.getTimezone());
		const list = await readList(
			client,
			(page) => ({ method: 'GET', path: PATHS.jobs, query: { ...query, ...page } }),
			limitOf(values),
		);
		hintAtMissing(context, list);
		return list.entries.map(presenter(context, values.simplify));
	},
});

/** @throws InvalidInput when the date cannot be read */
function queryOf({ assignTo, doNumber, statuses, date, ...rest }: Filters, zone: string) {
	const given = {
		...rest,
		do_number: doNumber?.trim(),
		date: dayFrom(date, 'Date', zone),
		status: statuses?.join(','),
	};
	const filled = Object.entries(given).filter(([, value]) => value);
	// An empty driver is a filter of its own: the jobs without one.
	return {
		...(Object.fromEntries(filled) as IDataObject),
		...(assignTo === undefined ? {} : { assign_to: assignTo.trim() }),
	};
}
