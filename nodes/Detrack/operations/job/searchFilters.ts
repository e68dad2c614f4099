import type { IDataObject } from 'n8n-workflow';

import { snakeCase } from '../../../shared/action/attributes';
import { isBlank } from '../../../shared/action/jsonField';
import { STATUS_OPTIONS } from './jobFields';
import { dayFrom, TYPE_OPTIONS } from './jobLocator';
import { textsIn } from './textList';

const SEVERAL = 'Several are separated by commas';
const dateOnly = { type: 'dateTime', typeOptions: { dateOnly: true }, default: '' } as const;
const text = { type: 'string', default: '' } as const;

/** Every filter of Detrack's search (docs/vendors.md#detrack-search). */
export const searchFilters = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{ displayName: 'Account Number', name: 'accountNumber', ...text },
		{ displayName: 'Address', name: 'address', ...text },
		{ displayName: 'Contact Name', name: 'deliverToCollectFrom', ...text },
		{ displayName: 'Customer', name: 'customer', ...text },
		{ displayName: 'D.O. Number', name: 'doNumber', ...text },
		{
			displayName: 'D.O. Numbers',
			name: 'doNumbers',
			...text,
			description: `${SEVERAL}. A list of an expression may hold numbers with commas.`,
		},
		{ displayName: 'Date From', name: 'dateFrom', ...dateOnly },
		{ displayName: 'Date To', name: 'dateTo', ...dateOnly },
		{ displayName: 'Department', name: 'department', ...text },
		{ displayName: 'Groups', name: 'groups', ...text, description: SEVERAL },
		{ displayName: 'Invoice Number', name: 'invoiceNumber', ...text },
		{ displayName: 'Item Batch Number', name: 'itemBatchNumber', ...text },
		{ displayName: 'Item Description', name: 'itemDescription', ...text },
		{ displayName: 'Item Purchase Order Number', name: 'itemPurchaseOrderNumber', ...text },
		{ displayName: 'Item Reasons', name: 'itemReasons', ...text, description: SEVERAL },
		{ displayName: 'Item Serial Numbers', name: 'itemSerialNumbers', ...text },
		{ displayName: 'Job Time', name: 'jobTime', ...text },
		{ displayName: 'Job Type', name: 'jobType', ...text },
		{
			displayName: 'Open to Marketplace',
			name: 'openToMarketplace',
			type: 'boolean',
			default: false,
			description:
				'Whether to find jobs whose attribute open_to_marketplace is on, or those where it is off',
		},
		{ displayName: 'Order Number', name: 'orderNumber', ...text },
		{ displayName: 'Reasons', name: 'reasons', ...text, description: SEVERAL },
		{ displayName: 'Run Number', name: 'runNumber', ...text },
		{ displayName: 'Serial Number', name: 'serialNumber', ...text },
		{ displayName: 'Source', name: 'source', ...text },
		{ displayName: 'Start Date From', name: 'startDateFrom', ...dateOnly },
		{ displayName: 'Start Date To', name: 'startDateTo', ...dateOnly },
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: STATUS_OPTIONS,
			default: [],
		},
		{ displayName: 'Time Window', name: 'timeWindow', ...text },
		{ displayName: 'Tracking Number', name: 'trackingNumber', ...text },
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: TYPE_OPTIONS,
			default: 'Delivery',
		},
		{
			displayName: 'Vehicles',
			name: 'vehicles',
			...text,
			description: `Drivers or vehicles by name. ${SEVERAL}.`,
		},
		{ displayName: 'Zone', name: 'zone', ...text },
	],
} as const;

/** Filters that Detrack takes as lists of texts. */
const LISTS = ['doNumbers', 'itemReasons', 'reasons', 'statuses'];

/** Filters that Detrack takes as lists of objects with a name. */
const NAMED = ['groups', 'vehicles'];

/** Where the ends of a range of dates go. */
const RANGES: Readonly<Record<string, readonly [string, string, string]>> = {
	dateFrom: ['dates', 'from', 'Date From'],
	dateTo: ['dates', 'to', 'Date To'],
	startDateFrom: ['start_dates', 'from', 'Start Date From'],
	startDateTo: ['start_dates', 'to', 'Start Date To'],
};

/**
 * The filters in Detrack's form; what was added and left empty does not count.
 *
 * @throws InvalidInput when a date cannot be read
 */
export function searchBody(filters: Record<string, unknown>, zone: string): IDataObject {
	const body: IDataObject = {};
	for (const [name, value] of Object.entries(filters)) {
		if (isBlank(value) || (Array.isArray(value) && value.length === 0)) continue;
		const range = RANGES[name];
		if (range !== undefined) {
			const [key, end, label] = range;
			body[key] = { ...(body[key] as IDataObject), [end]: dayFrom(value, label, zone) };
		} else if (LISTS.includes(name)) {
			body[snakeCase(name)] = textsIn(value);
		} else if (NAMED.includes(name)) {
			body[snakeCase(name)] = textsIn(value).map((entry) => ({ name: entry }));
		} else {
			body[snakeCase(name)] = value as IDataObject[string];
		}
	}
	return body;
}
