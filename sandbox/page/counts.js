import { byId, element, setText } from './dom.js';
import { some } from './words.js';

/** Names, what they count, and in small what that is not. */
const COUNTS = [
	['jobs', 'Jobs', 'tours and orders among them'],
	['sent', 'Calls', 'one for each event and address, and for each repeat'],
	['started', 'Started a workflow'],
	['leftOut', 'Left out'],
	['notListening', 'Not listening'],
	['refused', 'Calls refused'],
	['failed', 'Calls failed'],
	['rows', 'Rows in the sheet', 'one for each event, sent or asked for'],
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
	const told = [some(jobs, 'job'), some(sent, 'call'), some(rows, 'row'), some(mails, 'mail')];
	setText(byId('brief'), told.join(' · '));
}

function entry([name, label, note]) {
	return element(
		'div',
		{},
		element('dt', { class: 'quiet' }, label),
		element('dd', { 'data-testid': `count-${name}`, class: 'number' }),
		note ? element('dd', { class: 'quiet note' }, note) : null,
	);
}
