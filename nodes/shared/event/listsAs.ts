import type { IDataObject } from 'n8n-workflow';

/**
 * A row with each of its lists as JSON text, so that all of its cells are texts, numbers or switches:
 * what a Data Table and a database take when columns are mapped automatically.
 *
 * @param listsAs the value of the parameter; anything but `text` leaves the row as it is
 */
export function inForm(row: object, listsAs: unknown): IDataObject {
	if (listsAs !== 'text') return row as IDataObject;
	const cells = Object.entries(row).map(([column, cell]: [string, unknown]) => [
		column,
		Array.isArray(cell) ? JSON.stringify(cell) : cell,
	]);
	return Object.fromEntries(cells) as IDataObject;
}

/** What users choose from. */
export const LISTS_AS_OPTIONS = [
	{
		name: 'List',
		value: 'list',
		description: 'As lists, for nodes that work with them',
	},
	{
		name: 'Text',
		value: 'text',
		description:
			'As JSON text, so that the row is flat: for Data Tables and databases that map columns automatically',
	},
] as const;
