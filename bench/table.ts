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
