/** Rows as aligned text: the first column to the left, the others to the right. */
export function table(rows: ReadonlyArray<readonly string[]>): string {
	const columns = Math.max(...rows.map((cells) => cells.length));
	const widths = Array.from({ length: columns }, (_, column) =>
		Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
	);
	return rows
		.map((cells) =>
			cells
				.map((cell, column) =>
					column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
				)
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

/** The same for a page: the first row has the names of the columns. */
export function markdownTable([head = [], ...rows]: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
	return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Two digits that count; a dash for what was not measured. */
export function number(value: number | undefined): string {
	if (value === undefined) return '–';
	return value < 100
		? String(Number(value.toPrecision(2)))
		: Math.round(value).toLocaleString('en');
}

export function ratio(value: number | undefined, of: number | undefined): string {
	return value === undefined || of === undefined || of === 0 ? '–' : `${number(value / of)} ×`;
}

export function megabytes(bytes: number | undefined): string {
	return bytes === undefined ? '–' : number(bytes / 1e6);
}
