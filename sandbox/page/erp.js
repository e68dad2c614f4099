import { call, notice } from './calls.js';
import { byId, element, setText, syncList, timeOf } from './dom.js';
import { some, timeText } from './words.js';

const ACTIONS = {
	created: { badge: 'New', tone: 'good' },
	updated: { badge: 'Changed', tone: 'moving' },
	deleted: { badge: 'Deleted', tone: 'bad' },
};

/** As ERPNext writes a time, in the zone of its server. */
const TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** What workflows changed in the ERP, and the orders that wait there. */
export function showErp({ changes, orders }, recordCount) {
	setText(byId('erp-count'), recordCount ? `${some(recordCount, 'record')} changed` : '');
	syncList(byId('erp'), changes, (each) => each.id, change);
	setText(byId('erp-orders-title'), `Sales orders without a delivery job: ${orders.length}`);
	syncList(byId('erp-orders'), orders, (each) => each.name, order);
}

function change({ at, action, doctype, name, values, ignored }) {
	const written = Object.entries(values)
		.map(([field, value]) => [labelOf(field), shown(value)])
		.filter(([, text]) => text !== '')
		.map(([label, text]) => element('span', {}, `${label}: `, ...text.split('\n').flatMap(line)));
	const dropped = `Not stored, as a ${doctype} has no such field: ${ignored.join(', ')}`;
	const { badge, tone } = ACTIONS[action];
	return element(
		'li',
		{ 'data-testid': 'erp-change', class: 'mail', 'data-record': name },
		element('strong', {}, `${doctype} ${name}`),
		element('span', { class: `badge ${tone}` }, badge),
		element('span', { class: 'whole written' }, ...written),
		ignored.length > 0 ? element('span', { class: 'problem whole' }, dropped) : null,
		timeOf(at),
	);
}

/** An address as a short link, anything else as it is. Services know none of these jobs: only own pages are opened. */
function line(text) {
	if (!/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) return [text, ' '];
	const { host, origin, pathname } = new URL(text);
	const label = pathname.split('/').pop() || host;
	if (origin !== location.origin) return [`${label} (at ${host}, not opened from here)`, ' '];
	return [element('a', { href: text, target: '_blank', rel: 'noreferrer' }, label), ' '];
}

function order({ name, customer_name: customer, delivery_date: day, items }) {
	const wares = (items ?? []).map(({ qty, item_name: ware }) => `${qty} × ${ware}`).join(', ');
	const text = [customer, wares, day && `for ${day}`].filter(Boolean).join(' · ');
	return element(
		'li',
		{ 'data-testid': 'erp-waiting' },
		element('strong', {}, name),
		element('span', { class: 'quiet' }, text),
	);
}

/** A field's name as its label in ERPNext: custom_received_by is "Received by". */
function labelOf(field) {
	const words = field.replace(/^custom_/, '').replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value) {
	if (typeof value === 'string' && TIME.test(value)) return timeText(value);
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

byId('erp-order').addEventListener('click', async (event) => {
	// Of a double click.
	if (event.detail > 1) return;
	const made = await call('POST', 'erp/orders', {});
	if (!made) return;
	byId('erp-waiting').open = true;
	notice(`The sales order ${made.name} is in the ERP now, and waits for a delivery job.`);
});
