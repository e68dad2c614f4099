import { type Cell, cellOf, type InputOption } from './sheetsCell';
import { columnName, type Range } from './sheetsRange';

/** What Sheets refuses with 400, in its words. */
export class SheetsRefusal extends Error {}

/** In one cell, by Google's “Files you can store in Google Drive”. */
const MOST_CHARACTERS = 50_000;

export type Input = string | number | boolean | null;
export type Render = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';

/** One sheet of a spreadsheet: a grid of limited size, as a new one has it. */
export class SheetsGrid {
	#cells: Array<Array<Cell | undefined>> = [];

	constructor(
		readonly sheetId: number,
		readonly title: string,
		public rows = 1000,
		public columns = 26,
	) {}

	/** Values from the range's corner on, without the empty cells and rows at their ends. */
	read(range: Range, render: Render): Array<Array<string | number | boolean>> {
		const rows = this.#cells.slice(range.top, end(range.bottom)).map((row) => {
			const cells = Array.from(
				{ length: Math.min(row.length, end(range.right)) },
				(_, i) => row[i],
			);
			return withoutEnd(cells.slice(range.left)).map((cell) => rendered(cell, render));
		});
		while (rows.at(-1)?.length === 0) rows.pop();
		return rows;
	}

	/** Writes over a range. What does not fit into range and grid is refused; null leaves a cell alone. */
	write(range: Range, values: Input[][], option: InputOption): void {
		this.#assertFits(range, values);
		values.forEach((row, y) =>
			row.forEach((value, x) => this.#set(range.top + y, range.left + x, value, option)),
		);
	}

	/** Writes below the table that the range touches, in a grid that grows; gives the first row. */
	append(range: Range, values: Input[][], option: InputOption): number {
		const { top, left } = this.#endOfTable(range);
		this.rows = Math.max(this.rows, top + values.length);
		this.columns = Math.max(this.columns, left + Math.max(0, ...values.map((row) => row.length)));
		this.write({ sheet: this.title, top, left }, values, option);
		return top;
	}

	/** Pastes rows into A1, as a person does: the grid grows, and text is taken as typed. */
	paste(values: string[][]): void {
		this.columns = Math.max(this.columns, ...values.map((row) => row.length));
		this.write({ sheet: this.title, top: 0, left: 0 }, values, 'USER_ENTERED');
	}

	clear(range: Range): void {
		this.#cells.slice(range.top, end(range.bottom)).forEach((row) => {
			for (let x = range.left; x < Math.min(row.length, end(range.right)); x++) row[x] = undefined;
		});
	}

	deleteRows(start: number, stop: number): void {
		this.#cells.splice(start, stop - start);
		this.rows -= stop - start;
	}

	/** Where the next row of the table goes that the range lies in or touches. */
	#endOfTable(range: Range): { top: number; left: number } {
		const filled = (y: number) => (this.#cells[y] ?? []).some((cell) => cell !== undefined);
		const bottom = Math.min(end(range.bottom), this.#cells.length);
		let last = bottom - 1;
		while (last >= range.top && !filled(last)) last--;
		if (last < range.top) return { top: range.top, left: range.left };
		while (filled(last + 1)) last++;
		let first = last;
		while (first > 0 && filled(first - 1)) first--;
		const lefts = this.#cells.slice(first, last + 1).map((row) => row.findIndex(Boolean));
		return { top: last + 1, left: Math.min(...lefts) };
	}

	#assertFits({ top, left, bottom, right }: Range, values: Input[][]): void {
		const lastRow = top + values.length - 1;
		const lastColumn = left + Math.max(0, ...values.map((row) => row.length)) - 1;
		const grid = `'${this.title}'!${columnName(left)}${top + 1}`;
		if (top >= this.rows || left >= this.columns) {
			throw new SheetsRefusal(
				`Range (${grid}) exceeds grid limits. Max rows: ${this.rows}, max columns: ${this.columns}`,
			);
		}
		const edge = {
			row: Math.min(bottom ?? this.rows - 1, this.rows - 1),
			column: this.columns - 1,
		};
		if (right !== undefined) edge.column = Math.min(right, edge.column);
		const within = `${grid}:${columnName(edge.column)}${edge.row + 1}`;
		if (lastColumn > edge.column) {
			throw new SheetsRefusal(
				`Requested writing within range [${within}], but tried writing to column [${columnName(edge.column + 1)}]`,
			);
		}
		if (lastRow > edge.row) {
			throw new SheetsRefusal(
				`Requested writing within range [${within}], but tried writing to row [${edge.row + 2}]`,
			);
		}
	}

	#set(y: number, x: number, value: Input, option: InputOption): void {
		if (value === null) return;
		if (String(value).length > MOST_CHARACTERS) {
			throw new SheetsRefusal(
				`Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`,
			);
		}
		while (this.#cells.length <= y) this.#cells.push([]);
		const row = this.#cells[y] ?? [];
		row[x] = value === '' ? undefined : cellOf(value, option);
	}
}

const end = (last: number | undefined): number => (last === undefined ? Infinity : last + 1);

function withoutEnd(cells: Array<Cell | undefined>): Array<Cell | undefined> {
	let length = cells.length;
	while (length > 0 && cells[length - 1] === undefined) length--;
	return cells.slice(0, length);
}

function rendered(cell: Cell | undefined, render: Render): string | number | boolean {
	if (cell === undefined) return '';
	if (render === 'FORMULA') return cell.formula ?? cell.value;
	return render === 'FORMATTED_VALUE' ? cell.shown : cell.value;
}
