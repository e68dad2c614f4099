import { byId, element, setText } from './dom.js';

const COUNTS = [
	['jobs', 'Jobs'],
	['sent', 'Webhooks sent'],
	['started', 'Started a workflow'],
	['leftOut', 'Left out'],
	['notListening', 'Not listening'],
	['refused', 'Calls refused'],
	['failed', 'Calls failed'],
	['rows', 'Rows in the sheet'],
	['mails', 'Mails'],
	['erpRecords', 'ERP records'],
];
// Something is wrong as soon as there is one.
const ALARMING = new Set(['refused', 'failed']);
// It comes of test addresses alone, which few people use.
const RARE = new Set(['notListening']);

/** What has happened on both sides, in numbers. */
export function showCounts(counts) {
	const list = byId('counts');
	if (list.childElementCount === 0) list.append(...COUNTS.map(entry));
	for (const [name] of COUNTS) {
		const value = list.querySelector(`[data-testid="count-${name}"]`);
		setText(value, String(counts[name]));
		value.parentElement.hidden = RARE.has(name) && counts[name] === 0;
		value.classList.toggle('problem', ALARMING.has(name) && counts[name] > 0);
	}
	const { jobs, sent, rows, mails } = counts;
	setText(byId('brief'), `${jobs} jobs · ${sent} webhooks · ${rows} rows · ${mails} mails`);
}

function entry([name, label]) {
	return element(
		'div',
		{},
		element('dt', { class: 'quiet' }, label),
		element('dd', { 'data-testid': `count-${name}`, class: 'number' }),
	);
}
