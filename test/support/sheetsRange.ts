/** A part of a sheet, counted from 0; without an end it goes on to the edge. */
export interface Range {
	sheet: string;
	top: number;
	left: number;
	bottom?: number;
	right?: number;
}

/** Reads A1 notation, such as `'My sheet'!A2:C`, `Sheet1!5:5` or a sheet's name alone. */
export function parseRange(notation: string): Range | undefined {
	const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))(?:!(.+))?$/.exec(notation);
	if (!parts) return undefined;
	const sheet = (parts[1] ?? parts[2] ?? '').replaceAll("''", "'");
	if (parts[3] === undefined) return { sheet, top: 0, left: 0 };
	const [first = '', last] = parts[3].split(':');
	const from = parseCell(first);
	const to = last === undefined ? from : parseCell(last);
	if (!from || !to) return undefined;
	return {
		sheet,
		top: from.row ?? 0,
		left: from.column ?? 0,
		bottom: to.row,
		right: to.column,
	};
}

function parseCell(text: string): { row?: number; column?: number } | undefined {
	const match = /^\$?([A-Z]{0,3})\$?(\d*)$/.exec(text.toUpperCase());
	if (!match || text === '') return undefined;
	const [, letters = '', digits = ''] = match;
	return {
		row: digits === '' ? undefined : Number(digits) - 1,
		column: letters === '' ? undefined : columnIndex(letters),
	};
}

function columnIndex(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A for 0, Z for 25, AA for 26. */
export function columnName(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
