import type { IDataObject } from 'n8n-workflow';

import { snakeCase } from '../../../shared/action/attributes';
import { checkOrder } from '../../../shared/action/ranges';
import { boolean, date, filters, multiOptions, options, text } from '../../../shared/api/fields';
import { textsIn } from '../../../shared/basic/textList';
import { detrackStatusOf } from '../../event/codes';
import { detrackTypeOf } from '../../event/jobType';
import { STATUS_OPTIONS } from './jobFields';
import { dayFrom, TYPE_OPTIONS } from './jobLocator';

const SEVERAL = 'Several are separated by commas';

/** Every filter of Detrack's search (docs/vendors.md#detrack-search). */
export const searchFilters = filters([
	date('Date From', 'dateFrom'),
	date('Date To', 'dateTo'),
	multiOptions('Statuses', 'statuses', { options: STATUS_OPTIONS }),
	text('Vehicles', 'vehicles', { description: `Drivers or vehicles by name. ${SEVERAL}.` }),
	text('D.O. Numbers', 'doNumbers', {
		description: `${SEVERAL}. A list of an expression may hold numbers with commas.`,
	}),
	text('D.O. Number', 'doNumber'),
	options('Type', 'type', { options: TYPE_OPTIONS, default: 'Delivery' }),
	text('Contact Name', 'deliverToCollectFrom'),
	text('Address', 'address'),
	text('Zone', 'zone'),
	text('Customer', 'customer'),
	text('Account Number', 'accountNumber'),
	text('Order Number', 'orderNumber'),
	text('Tracking Number', 'trackingNumber'),
	text('Invoice Number', 'invoiceNumber'),
	text('Groups', 'groups', { description: SEVERAL }),
	text('Reasons', 'reasons', { description: SEVERAL }),
	text('Run Number', 'runNumber'),
	text('Time Window', 'timeWindow'),
	text('Job Time', 'jobTime'),
	text('Job Type', 'jobType'),
	text('Department', 'department'),
	text('Source', 'source'),
	date('Start Date From', 'startDateFrom'),
	date('Start Date To', 'startDateTo'),
	text('Serial Number', 'serialNumber'),
	text('Item Description', 'itemDescription'),
	text('Item Purchase Order Number', 'itemPurchaseOrderNumber'),
	text('Item Batch Number', 'itemBatchNumber'),
	text('Item Serial Numbers', 'itemSerialNumbers'),
	text('Item Reasons', 'itemReasons', { description: SEVERAL }),
	boolean('Open to Marketplace', 'openToMarketplace', {
		description:
			'Whether to find jobs whose attribute open_to_marketplace is on, or those where it is off',
	}),
]);

/** Filters that Detrack takes as lists of texts. */
const LISTS = ['doNumbers', 'itemReasons', 'reasons'];

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
 * The filters in Detrack's form.
 *
 * @throws InvalidInput when a date cannot be read, or a range ends before it begins
 */
export function searchBody(filters: Record<string, unknown>, zone: string): IDataObject {
	const body: IDataObject = {};
	const days = new Map<string, string | null>();
	for (const [name, value] of Object.entries(filters)) {
		const range = RANGES[name];
		if (range !== undefined) {
			const [key, end, label] = range;
			const day = dayFrom(value, label, zone);
			days.set(name, day);
			body[key] = { ...(body[key] as IDataObject), [end]: day };
		} else if (name === 'type') {
			body.type = detrackTypeOf(value);
		} else if (name === 'statuses') {
			body.statuses = textsIn(value).map(detrackStatusOf);
		} else if (LISTS.includes(name)) {
			body[snakeCase(name)] = textsIn(value);
		} else if (NAMED.includes(name)) {
			body[snakeCase(name)] = textsIn(value).map((entry) => ({ name: entry }));
		} else {
			body[snakeCase(name)] = value as IDataObject[string];
		}
	}
	checkOrder(days.get('dateFrom'), days.get('dateTo'), ['Date From', 'Date To']);
	checkOrder(days.get('startDateFrom'), days.get('startDateTo'), [
		'Start Date From',
		'Start Date To',
	]);
	return body;
}
