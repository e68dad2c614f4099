/**
 * The words that are known; ReadyCloud may have more, which an expression can give
 * (docs/vendors.md#readycloud-statuses).
 */
export const BILLING_STATUSES = [
	{ name: 'Cancelled', value: 'cancelled' },
	{ name: 'Paid', value: 'paid' },
	{ name: 'Partially Paid', value: 'partially_paid' },
	{ name: 'Partially Refunded', value: 'partially_refunded' },
	{ name: 'Pending', value: 'pending' },
	{ name: 'Refunded', value: 'refunded' },
] as const;

export const SHIPPING_STATUSES = [
	{ name: 'Fulfilled', value: 'fulfilled' },
	{ name: 'Partially Fulfilled', value: 'partially_fulfilled' },
	{ name: 'Unfulfilled', value: 'unfulfilled' },
	{ name: 'Unshipped', value: 'unshipped' },
] as const;
