import { byId, element, setCount, setText, syncList } from './dom.js';

/** The sheet, newest first: only columns in which something stands, as a row has far more than fit. */
export function showRows(rows, count, error) {
	byId('rows-error').hidden = !error;
	setText(byId('rows-error'), error ?? '');
	setCount(byId('sheet-count'), count);
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
		rows.some((row) => isFilled(row[name])),
	);
	syncList(byId('sheet-head'), rows.length ? [names] : [], () => 'head', headRow);
	const hidden = count - rows.length;
	const lines = rows.map((row, index) => ({
		key: row.id ?? hidden + index,
		cells: names.map((name) => cell(row[name])),
	}));
	syncList(byId('sheet'), lines.reverse(), (line) => line.key, bodyRow);
}

function isFilled(value) {
	return value !== null && value !== undefined && value !== '' && String(value) !== '[]';
}

const headRow = (names) =>
	element('tr', {}, ...names.map((name) => element('th', { scope: 'col' }, name)));
const bodyRow = ({ cells }) =>
	element(
		'tr',
		{ 'data-testid': 'sheet-row' },
		...cells.map((text) => element('td', { title: text.length > 40 ? text : null }, text)),
	);

function cell(value) {
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
