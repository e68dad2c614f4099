import { z } from 'zod';

import type { InputOption } from './sheetsCell';
import { type Input, type Render, SheetsGrid, SheetsRefusal } from './sheetsGrid';
import { parseRange, type Range } from './sheetsRange';

const requestSchema = z
	.object({
		appendDimension: z.object({
			sheetId: z.coerce.number(),
			dimension: z.enum(['ROWS', 'COLUMNS']),
			length: z.number(),
		}),
		deleteDimension: z.object({
			range: z.object({
				sheetId: z.coerce.number(),
				dimension: z.literal('ROWS'),
				startIndex: z.number(),
				endIndex: z.number(),
			}),
		}),
	})
	.partial()
	.strict();

/** A spreadsheet with its sheets. */
export class SheetsBook {
	readonly sheets: SheetsGrid[] = [];

	addSheet(title: string, size: { rows?: number; columns?: number } = {}): SheetsGrid {
		const sheet = new SheetsGrid(this.sheets.length, title, size.rows, size.columns);
		this.sheets.push(sheet);
		return sheet;
	}

	properties(): object {
		const sheets = this.sheets.map(({ sheetId, title, rows, columns }, index) => ({
			properties: {
				sheetId,
				title,
				index,
				sheetType: 'GRID',
				gridProperties: { rowCount: rows, columnCount: columns },
			},
		}));
		return { sheets };
	}

	read(notation: string, render: Render): Array<Array<string | number | boolean>> {
		const { grid, range } = this.#locate(notation);
		return grid.read(range, render);
	}

	write(notation: string, values: Input[][], option: InputOption): void {
		const { grid, range } = this.#locate(notation);
		grid.write(range, values, option);
	}

	append(notation: string, values: Input[][], option: InputOption): number {
		const { grid, range } = this.#locate(notation);
		return grid.append(range, values, option);
	}

	clear(notation: string): void {
		const { grid, range } = this.#locate(notation);
		grid.clear(range);
	}

	/** One request of `spreadsheets.batchUpdate`, of the few kinds that n8n sends for rows. */
	change(request: unknown): void {
		const { appendDimension, deleteDimension } = requestSchema.parse(request);
		if (appendDimension) {
			const grid = this.#sheet(({ sheetId }) => sheetId === appendDimension.sheetId);
			const side = appendDimension.dimension === 'ROWS' ? 'rows' : 'columns';
			grid[side] += appendDimension.length;
		}
		if (deleteDimension) {
			const { sheetId, startIndex, endIndex } = deleteDimension.range;
			this.#sheet((grid) => grid.sheetId === sheetId).deleteRows(startIndex, endIndex);
		}
	}

	#locate(notation: string): { grid: SheetsGrid; range: Range } {
		const range = parseRange(notation);
		if (!range) throw new SheetsRefusal(`Unable to parse range: ${notation}`);
		return { grid: this.#sheet(({ title }) => title === range.sheet, notation), range };
	}

	#sheet(matches: (grid: SheetsGrid) => boolean, notation = 'that sheet'): SheetsGrid {
		const found = this.sheets.find(matches);
		if (!found) throw new SheetsRefusal(`Unable to parse range: ${notation}`);
		return found;
	}
}
