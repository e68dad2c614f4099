import { byId, element, setText, syncList } from './dom.js';
import { some, timeText } from './words.js';

/** What a dispatcher looks for first. */
const FIRST = [
	'occurredAt',
	'provider',
	'reference',
	'eventName',
	'status',
	'recipientName',
	'city',
	'driverName',
	'reason',
	'receivedBy',
];

let latest = [];

/** The sheet, newest first: only columns in which something stands, as a row has far more than fit. */
export function showRows(rows, count, error) {
	latest = [rows, count, error];
	byId('rows-error').hidden = !error;
	setText(byId('rows-error'), error ?? '');
	setText(
		byId('sheet-count'),
		count ? `${some(count, 'row')}, one for each event, sent or asked for` : '',
	);
	const names = columnsOf(rows);
	syncList(byId('sheet-head'), rows.length ? [names] : [], () => 'head', headRow);
	const hidden = count - rows.length;
	const lines = rows.map((row, index) => ({
		key: row.id ?? hidden + index,
		cells: names.map((name) => cell(row[name])),
	}));
	syncList(byId('sheet'), lines.reverse(), (line) => line.key, bodyRow);
}

/** Those of the dispatcher; with all of them, the others behind. */
function columnsOf(rows) {
	const filled = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
		rows.some((row) => isFilled(row[name])),
	);
	const first = FIRST.filter((name) => filled.includes(name));
	const others = filled.filter((name) => !FIRST.includes(name));
	byId('sheet-choice').hidden = first.length === 0 || others.length === 0;
	if (first.length > 0 && !byId('sheet-all').checked) return first;
	return [...first, ...others];
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
	if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-][\d:]+)$/.test(value)) {
		return timeText(value);
	}
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

byId('sheet-all').addEventListener('change', () => showRows(...latest));
