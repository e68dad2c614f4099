import type { IDataObject } from 'n8n-workflow';

import { instantIn } from '../../../shared/action/dates';
import { isBlank } from '../../../shared/action/jsonField';
import { checkOrder } from '../../../shared/action/ranges';
import { dateTime, filters, multiOptions, text } from '../../../shared/api/fields';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { BILLING_STATUSES, SHIPPING_STATUSES } from './orderStatuses';

/** What ReadyCloud's list of orders can be asked for (docs/vendors.md#readycloud-orders). */
export const orderFilterProperty = filters([
	text('Search', 'search', {
		description:
			'Words to look for in the whole order. ReadyCloud gives at most 70 results, and picks them before it applies the other filters.',
	}),
	multiOptions('Shipping Statuses', 'shippingStatuses', {
		options: SHIPPING_STATUSES,
		description: 'Only orders that have one of these shipping statuses',
	}),
	multiOptions('Shipping Statuses Except', 'shippingStatusesExcept', {
		options: SHIPPING_STATUSES,
		description: 'Only orders that have none of these shipping statuses',
	}),
	multiOptions('Billing Statuses', 'billingStatuses', {
		options: BILLING_STATUSES,
		description: 'Only orders that have one of these billing statuses',
	}),
	dateTime('Updated After', 'updatedAfter', {
		description: 'Only orders updated at this time or later',
	}),
	dateTime('Updated Before', 'updatedBefore', {
		description: 'Only orders updated at this time or earlier',
	}),
	text('Primary ID', 'primaryId', {
		placeholder: 'e.g. WEB-10042',
		description: 'Only orders with exactly this number',
	}),
]);

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
 * The filters as ReadyCloud's parameters; one that was not added is left out.
 *
 * @param zone the workflow's time zone, for dates without one
 * @throws InvalidInput when a date cannot be read, the range ends before it begins, or both kinds of shipping statuses are given
 */
export function filterQuery(filters: OrderFilters, zone: string): IDataObject {
	const { shippingStatuses = [], shippingStatusesExcept: except = [] } = filters;
	if (shippingStatuses.length > 0 && except.length > 0) {
		throw new InvalidInput(
			'Give either "Shipping Statuses" or "Shipping Statuses Except", not both. Remove one of them.',
		);
	}
	const updatedAfter = instantIn(filters.updatedAfter, 'Updated After', zone);
	const updatedBefore = instantIn(filters.updatedBefore, 'Updated Before', zone);
	checkOrder(
		updatedAfter,
		updatedBefore,
		['Updated After', 'Updated Before'],
		[filters.updatedAfter, filters.updatedBefore],
	);
	const query = {
		billing_status__in: (filters.billingStatuses ?? []).join('|'),
		primary_id: filters.primaryId,
		q: filters.search,
		// One "!" turns the meaning of the whole list round.
		shipping_status__in: except.length > 0 ? `!${except.join('|')}` : shippingStatuses.join('|'),
		updated_at__gte: updatedAfter,
		updated_at__lte: updatedBefore,
	};
	return Object.fromEntries(Object.entries(query).filter(([, value]) => !isBlank(value)));
}

/** What may be given in full within an order (docs/vendors.md#readycloud-orders). */
export const expandProperty = multiOptions('Give in Full', 'expand', {
	options: [
		{ name: 'Boxes', value: 'boxes', description: 'With tracking numbers, sizes and weights' },
		{ name: 'Items', value: 'items', description: 'What the boxes hold' },
	],
	default: ['boxes', 'items'],
	description: 'What is given with all it holds. It costs no further requests.',
});

export function expandQuery(expand: readonly string[]): { expand?: string } {
	return expand.length === 0 ? {} : { expand: expand.join(',') };
}
