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
