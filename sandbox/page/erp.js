import { call, notice } from './calls.js';
import { byId, element, setCount, syncList, timeOf } from './dom.js';

const TONES = { created: 'good', updated: 'moving', deleted: 'bad' };

/** What workflows changed in the ERP. */
export function showErp(changes, recordCount) {
	setCount(byId('erp-count'), recordCount);
	syncList(byId('erp'), changes, (each) => each.id, change);
}

function change({ at, action, doctype, name, values, ignored }) {
	const written = Object.entries(values).map(([field, value]) => `${field}: ${shown(value)}`);
	const dropped = `Not stored, as a ${doctype} has no such field: ${ignored.join(', ')}`;
	return element(
		'li',
		{ 'data-testid': 'erp-change', class: 'mail', 'data-record': name },
		element('strong', {}, `${doctype} ${name}`),
		element('span', { class: `badge ${TONES[action]}` }, action),
		element('span', { class: 'whole written' }, written.join(' · ')),
		ignored.length > 0 ? element('span', { class: 'problem whole' }, dropped) : null,
		timeOf(at),
	);
}

function shown(value) {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

byId('erp-order').addEventListener('click', async () => {
	const order = await call('POST', 'erp/orders', {});
	if (order) notice(`The ERP has the sales order ${order.name} now.`);
});
