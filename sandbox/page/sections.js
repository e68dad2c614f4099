import { element, setText, syncList } from './dom.js';

const byId = (id) => document.getElementById(id);
const time = (at) => new Date(at).toLocaleTimeString([], { hour12: false });

/** The log of webhooks. */
export function showDeliveries(deliveries, count) {
	setText(byId('log-count'), count ? String(count) : '');
	syncList(byId('deliveries'), deliveries, (each) => each.id, delivery);
}

function delivery(entry) {
	const again = entry.attempt > 1 ? ` (try ${entry.attempt})` : '';
	const body = typeof entry.body === 'string' ? entry.body : JSON.stringify(entry.body, null, 2);
	return element(
		'li',
		{ 'data-testid': 'delivery-row', class: 'delivery' },
		element('time', { datetime: entry.at, class: 'quiet' }, time(entry.at)),
		element('strong', {}, [entry.event + again, entry.reference].filter(Boolean).join(' · ')),
		element(
			'span',
			{ class: `badge ${entry.accepted ? 'good' : 'bad'}` },
			entry.status === null ? 'no answer' : String(entry.status),
		),
		element('span', { class: 'quiet number' }, `${entry.durationMs} ms`),
		element('span', { class: 'address', title: entry.url }, entry.url),
		entry.error ? element('span', { class: 'problem whole' }, entry.error) : null,
		element(
			'details',
			{ class: 'whole' },
			element('summary', {}, 'Body'),
			element('pre', { tabindex: '0' }, body),
			entry.response ? element('p', { class: 'quiet' }, `Answer: ${entry.response}`) : null,
		),
	);
}

/** The sheet: only columns in which something stands, as a row has far more than fit. */
export function showRows(rows, error) {
	byId('rows-error').hidden = !error;
	setText(byId('rows-error'), error ?? '');
	setText(byId('sheet-count'), rows.length ? String(rows.length) : '');
	const filled = (value) =>
		value !== null && value !== undefined && value !== '' && String(value) !== '[]';
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
		rows.some((row) => filled(row[name])),
	);
	syncList(byId('sheet-head'), rows.length ? [names] : [], () => 'head', headRow);
	const lines = rows.map((row, index) => ({
		key: row.id ?? index,
		cells: names.map((name) => cell(row[name])),
	}));
	syncList(byId('sheet'), lines, (line) => line.key, bodyRow);
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

/** Mails, as text: a mail's HTML is never rendered. */
export function showInbox(mails) {
	setText(byId('inbox-count'), mails.length ? String(mails.length) : '');
	syncList(byId('inbox'), mails, (each) => each.id, mail);
}

function mail({ subject, from, to, date, text }) {
	return element(
		'li',
		{ 'data-testid': 'mail', class: 'mail' },
		element('strong', {}, subject || '(no subject)'),
		element('time', { datetime: date, class: 'quiet number' }, time(date)),
		element('span', { class: 'quiet whole' }, `${from} → ${to}`),
		element(
			'details',
			{ class: 'whole' },
			element('summary', {}, 'Read'),
			element('pre', { tabindex: '0', class: 'letter' }, text || '(no text)'),
		),
	);
}

/** Links to other things that run, such as n8n's editor. */
export function showLinks(links) {
	const safe = links.filter(({ url }) => /^https?:\/\//.test(url));
	syncList(
		byId('links'),
		safe,
		(link) => link.url,
		({ label, url }) => element('a', { href: url, target: '_blank', rel: 'noreferrer' }, label),
	);
}
