import { byId, element, setText } from './dom.js';

const COUNTS = [
	['jobs', 'Jobs'],
	['sent', 'Webhooks sent'],
	['distinctEvents', 'Distinct events'],
	['rows', 'Rows'],
	['mails', 'Mails'],
	['erpRecords', 'ERP records'],
	['refused', 'Refused'],
	['failed', 'Failed'],
];
// Something is wrong as soon as there is one.
const ALARMING = new Set(['refused', 'failed']);

/** What has happened on both sides, in numbers. */
export function showCounts(counts) {
	const list = byId('counts');
	if (list.childElementCount === 0) list.append(...COUNTS.map(entry));
	for (const [name] of COUNTS) {
		const value = list.querySelector(`[data-testid="count-${name}"]`);
		setText(value, String(counts[name]));
		value.classList.toggle('problem', ALARMING.has(name) && counts[name] > 0);
	}
}

function entry([name, label]) {
	return element(
		'div',
		{},
		element('dt', { class: 'quiet' }, label),
		element('dd', { 'data-testid': `count-${name}`, class: 'number' }),
	);
}
