import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../../shared/action/jsonField';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { instantIn } from '../checkedValues';
import { BILLING_STATUSES, SHIPPING_STATUSES } from './orderStatuses';

/** What ReadyCloud's list of orders can be asked for (docs/vendors.md#readycloud-orders). */
export const orderFilterProperty = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Billing Statuses',
			name: 'billingStatuses',
			type: 'multiOptions',
			options: BILLING_STATUSES,
			default: [],
			description: 'Only orders that have one of these billing statuses',
		},
		{
			displayName: 'Primary ID',
			name: 'primaryId',
			type: 'string',
			default: '',
			placeholder: 'e.g. WEB-10042',
			description: 'Only orders with exactly this number',
		},
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			description:
				'Words to look for in the whole order. ReadyCloud gives at most 70 results, and picks them before it applies the other filters.',
		},
		{
			displayName: 'Shipping Statuses',
			name: 'shippingStatuses',
			type: 'multiOptions',
			options: SHIPPING_STATUSES,
			default: [],
			description: 'Only orders that have one of these shipping statuses',
		},
		{
			displayName: 'Shipping Statuses Except',
			name: 'shippingStatusesExcept',
			type: 'multiOptions',
			options: SHIPPING_STATUSES,
			default: [],
			description: 'Only orders that have none of these shipping statuses',
		},
		{
			displayName: 'Updated After',
			name: 'updatedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only orders updated at this time or later',
		},
		{
			displayName: 'Updated Before',
			name: 'updatedBefore',
			type: 'dateTime',
			default: '',
			description: 'Only orders updated at this time or earlier',
		},
	],
} as const;

interface OrderFilters {
	billingStatuses?: string[];
	primaryId?: string;
	search?: string;
	shippingStatuses?: string[];
	shippingStatusesExcept?: string[];
	updatedAfter?: unknown;
	updatedBefore?: unknown;
}

/**
 * The filters as ReadyCloud's parameters; an empty one counts as not given.
 *
 * @param zone the workflow's time zone, for dates without one
 * @throws InvalidInput when a date cannot be read, or both kinds of shipping statuses are given
 */
export function filterQuery(filters: OrderFilters, zone: string): IDataObject {
	const { shippingStatuses = [], shippingStatusesExcept: except = [] } = filters;
	if (shippingStatuses.length > 0 && except.length > 0) {
		throw new InvalidInput(
			'Give either "Shipping Statuses" or "Shipping Statuses Except", not both. Remove one of them.',
		);
	}
	const query = {
		billing_status__in: (filters.billingStatuses ?? []).join('|'),
		primary_id: filters.primaryId?.trim(),
		q: filters.search?.trim(),
		// One "!" turns the meaning of the whole list round.
		shipping_status__in: except.length > 0 ? `!${except.join('|')}` : shippingStatuses.join('|'),
		updated_at__gte: instantIn(filters.updatedAfter, 'Updated After', zone),
		updated_at__lte: instantIn(filters.updatedBefore, 'Updated Before', zone),
	};
	return Object.fromEntries(Object.entries(query).filter(([, value]) => !isBlank(value)));
}

/** What may be given in full within an order (docs/vendors.md#readycloud-orders). */
export const expandProperty = {
	displayName: 'Expand',
	name: 'expand',
	type: 'multiOptions',
	options: [
		{ name: 'Boxes', value: 'boxes', description: 'With tracking numbers, sizes and weights' },
		{ name: 'Items', value: 'items', description: 'What the boxes hold' },
	],
	default: ['boxes', 'items'],
	description: 'What to give in full. It costs no further requests.',
} as const;

export function expandQuery(expand: readonly string[]): { expand?: string } {
	return expand.length === 0 ? {} : { expand: expand.join(',') };
}
