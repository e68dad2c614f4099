import { z } from 'zod';

import type { Session } from './session';

export interface Column {
	name: string;
	type: 'string' | 'number' | 'boolean' | 'date';
}

const column = z.object({ name: z.string(), type: z.string() });
const table = z.object({ id: z.string(), name: z.string(), columns: z.array(column).default([]) });
export type DataTable = z.infer<typeof table>;

export type Row = Record<string, unknown>;
/** Value of a cell as n8n takes it. */
export type Cell = string | number | boolean | null;

const PAGE = 250;

/** Data tables of the owner's personal project. */
export function dataTableCalls(session: Session) {
	let project: Promise<string> | undefined;
	const base = async () => {
		project ??= session
			.call({
				action: 'name the personal project',
				path: 'projects/personal',
				answer: z.object({ id: z.string() }),
			})
			.then(({ id }) => id);
		return `projects/${await project}/data-tables`;
	};

	return {
		async createDataTable(name: string, columns: readonly Column[]): Promise<DataTable> {
			return await session.call({
				action: `create the data table “${name}”`,
				method: 'POST',
				path: await base(),
				body: { name, columns },
				answer: table,
			});
		},

		async listDataTables(): Promise<DataTable[]> {
			const answer = z.object({ data: z.array(table) });
			const query = { take: PAGE };
			const path = await base();
			return (await session.call({ action: 'list its data tables', path, query, answer })).data;
		},

		async addColumn(tableId: string, added: Column): Promise<void> {
			await session.call({
				action: `add the column ${added.name}`,
				method: 'POST',
				path: `${await base()}/${tableId}/columns`,
				body: added,
				answer: z.unknown(),
			});
		},

		/** All rows, oldest first, with n8n's own columns `id`, `createdAt` and `updatedAt`. */
		async listRows(tableId: string): Promise<Row[]> {
			const path = `${await base()}/${tableId}/rows`;
			const answer = z.object({ data: z.array(z.record(z.string(), z.unknown())) });
			const rows: Row[] = [];
			for (;;) {
				const query = { take: PAGE, skip: rows.length, sortBy: 'id:asc' };
				const { data } = await session.call({ action: 'list the rows', path, query, answer });
				rows.push(...data);
				if (data.length < PAGE) return rows;
			}
		},

		async insertRows(tableId: string, rows: ReadonlyArray<Record<string, Cell>>): Promise<void> {
			await session.call({
				action: 'add rows to the data table',
				method: 'POST',
				path: `${await base()}/${tableId}/insert`,
				body: { data: rows, returnType: 'count' },
				answer: z.unknown(),
			});
		},

		/** Deletes every row; the table and its columns stay. */
		async clearRows(tableId: string): Promise<void> {
			const filters = [{ columnName: 'id', condition: 'gt', value: 0 }];
			await session.call({
				action: 'empty the data table',
				method: 'DELETE',
				path: `${await base()}/${tableId}/rows`,
				query: { filter: JSON.stringify({ type: 'and', filters }) },
				answer: z.unknown(),
			});
		},
	};
}
