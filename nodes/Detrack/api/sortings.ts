/**
 * What Detrack's list is usually sorted by: an attribute's own name, with a minus for the latest first
 * (docs/vendors.md#detrack-search). Others can be entered by their name.
 */
export const SORTINGS = [
	{ name: 'Created, Newest First', value: '-created_at' },
	{ name: 'Created, Oldest First', value: 'created_at' },
	{ name: 'Date, Latest First', value: '-date' },
	{ name: 'Date, Earliest First', value: 'date' },
	{ name: 'D.O. Number, Ascending', value: 'do_number' },
	{ name: 'D.O. Number, Descending', value: '-do_number' },
	{ name: 'Driver or Vehicle', value: 'assign_to' },
	{ name: 'Status', value: 'status' },
	{ name: 'Zone', value: 'zone' },
] as const;
