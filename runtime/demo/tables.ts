import { z } from 'zod';

import type { N8nRest, WorkflowFile } from '../rest';
import type { Column } from '../rest/dataTables';

const creation = z.object({
	resource: z.literal('table'),
	operation: z.literal('create'),
	tableName: z.string(),
	columns: z.object({
		column: z.array(
			z.object({ name: z.string(), type: z.enum(['string', 'number', 'boolean', 'date']) }),
		),
	}),
});

export interface Table {
	name: string;
	columns: readonly Column[];
}

/** The data tables that a template makes when a user runs it for that. */
export function tablesOf(file: WorkflowFile): Table[] {
	return file.nodes.flatMap(({ parameters }) => {
		const { success, data } = creation.safeParse(parameters);
		return success ? [{ name: data.tableName, columns: data.columns.column }] : [];
	});
}

/** Makes the data tables that are not there, and the columns that they lack; gives the ids by name. */
export async function ensureTables(
	rest: N8nRest,
	tables: readonly Table[],
): Promise<Map<string, string>> {
	const found = await rest.listDataTables();
	const ids = new Map<string, string>();
	for (const { name, columns } of tables) {
		const table = found.find((each) => each.name === name);
		if (!table) {
			ids.set(name, (await rest.createDataTable(name, columns)).id);
			continue;
		}
		ids.set(name, table.id);
		const present = new Set(table.columns.map((column) => column.name));
		for (const column of columns) {
			if (!present.has(column.name)) await rest.addColumn(table.id, column);
		}
	}
	return ids;
}
