import type { IDataObject } from 'n8n-workflow';

import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { rowsProperties } from '../../../shared/action/rows';
import {
	date,
	filters,
	multiOptions,
	optionalLocator,
	options,
	text,
} from '../../../shared/api/fields';
import { hintAtMissing } from '../../../shared/api/lists';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { PATHS } from '../../api/client';
import { readList } from '../../api/lists';
import { SORTINGS } from '../../api/sortings';
import { detrackStatusOf } from '../../event/codes';
import { detrackTypeOf } from '../../event/jobType';
import { assignToField } from './assignTo';
import { presenter } from './jobAnswer';
import { STATUS_OPTIONS } from './jobFields';
import { dayFrom, TYPE_OPTIONS } from './jobLocator';

const [LATEST] = SORTINGS;

/** The filters of Detrack's list (docs/vendors.md#detrack-jobs). */
const listFilters = filters([
	date('Date', 'date', { description: 'Only jobs of this day' }),
	multiOptions('Statuses', 'statuses', {
		options: STATUS_OPTIONS,
		description: 'Only jobs that have one of these statuses',
	}),
	assignToField({
		typeOptions: { mayBeEmpty: true },
		description:
			'Only jobs of this driver or vehicle. Added and left empty: only jobs without one.',
	}),
	text('Search', 'query', {
		description:
			'Words to look for in the number, address, contact name, email, driver, tracking number and zone',
	}),
	text('D.O. Number', 'doNumber', {
		description: 'Only jobs with exactly this number, of all dates',
	}),
	options('Type', 'type', {
		options: TYPE_OPTIONS,
		default: 'Delivery',
		description: 'Only deliveries, or only collections',
	}),
	optionalLocator('Sort By', 'sort', {
		searchListMethod: 'searchSortings',
		default: { mode: 'list', value: LATEST.value, cachedResultName: LATEST.name },
		modes: [
			{
				displayName: 'By Name',
				name: 'attribute',
				placeholder: 'e.g. -created_at',
				hint: "An attribute by Detrack's own name, with a minus for the latest first",
			},
		],
		description: 'In which order the jobs come. It does not count together with Search.',
	}),
]);

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
	properties: [...listProperties, listFilters, ...rowsProperties],
	async run({ context, client }, { values }) {
		const query = queryOf(values.filters, context.getTimezone());
		const list = await readList(
			client,
			(page) => ({ method: 'GET', path: PATHS.jobs, query: { ...query, ...page } }),
			limitOf(values),
			presenter(context, values.simplify),
		);
		hintAtMissing(context, list);
		return list.entries;
	},
});

/** @throws InvalidInput when the date cannot be read */
function queryOf({ assignTo, doNumber, statuses, date, type, ...rest }: Filters, zone: string) {
	const given = {
		...rest,
		do_number: doNumber,
		date: dayFrom(date, 'Date', zone),
		type: detrackTypeOf(type),
		status: statuses?.map(detrackStatusOf).join(','),
	};
	const filled = Object.entries(given).filter(([, value]) => value);
	// An empty driver is a filter of its own: the jobs without one.
	return {
		...(Object.fromEntries(filled) as IDataObject),
		...(assignTo === undefined ? {} : { assign_to: assignTo }),
	};
}
