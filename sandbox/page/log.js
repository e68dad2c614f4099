import { act } from './act.js';
import { call } from './calls.js';
import { byId, element, setText, syncList, timeOf } from './dom.js';
import { clearFault, holdsOneAddress, tellFault } from './fields.js';
import { OUTCOMES } from './outcomes.js';
import { shortOf, some } from './words.js';

const TEST_PATH = '/webhook-test/';

/** The log of webhooks. */
export function showDeliveries(deliveries, count, vendors) {
	setText(byId('log-count'), count ? some(count, 'call') : '');
	const labels = Object.fromEntries(vendors.map(({ name, label }) => [name, label]));
	syncList(
		byId('deliveries'),
		deliveries,
		(each) => each.id,
		(each) => delivery(each, labels[each.vendor] ?? each.vendor),
	);
}

function delivery(entry, label) {
	const what = [inWords(entry.event), entry.reference].filter(Boolean).join(' · ');
	const { badge, tone } = OUTCOMES[entry.outcome];
	const again = entry.attempt > 1 ? `try ${entry.attempt}` : null;
	const how = [`${label} → ${placeOf(entry.url)}`, again, `${entry.durationMs} ms`];
	return element(
		'li',
		{ 'data-testid': 'delivery-row', class: 'delivery', 'data-vendor': entry.vendor },
		timeOf(entry.at),
		element('strong', {}, what),
		element('span', { class: `badge ${tone}` }, badge),
		element('span', { class: 'quiet number whole' }, how.filter(Boolean).join(' · ')),
		entry.reason ? element('span', { class: `reason whole ${tone}` }, entry.reason) : null,
		more(entry, what),
	);
}

/** RoutiGo's codes as words: "TOUR_PLANNED / TOUR" is "Tour planned (tour)". */
function inWords(event) {
	const [first = '', ...others] = event
		.split(' / ')
		.map((word) => (/^[A-Z_]+$/.test(word) ? word.toLowerCase().replaceAll('_', ' ') : word));
	const name = first.charAt(0).toUpperCase() + first.slice(1);
	return others.length > 0 ? `${name} (${others.join(', ')})` : name;
}

function placeOf(url) {
	return url.includes(TEST_PATH) ? `${shortOf(url)} (test URL)` : shortOf(url);
}

/** What was sent and what came back; fetched when somebody opens it. */
function more({ id }, what) {
	const summary = element(
		'summary',
		{ 'data-testid': 'delivery-more', 'aria-label': `Details: ${what}` },
		'Details',
	);
	const details = element('details', { class: 'whole' }, summary);
	details.addEventListener('toggle', async () => {
		if (!details.open || details.querySelector('pre')) return;
		const full = await call('GET', `deliveries/${id}`);
		if (!full || details.querySelector('pre')) return;
		const text = typeof full.body === 'string' ? full.body : JSON.stringify(full.body, null, 2);
		const answer = full.error
			? `No answer (${full.error})`
			: `Answer ${full.status}: ${full.response || '(empty)'}`;
		details.append(
			sendAgain(full, what),
			element('p', { class: 'quiet answer' }, answer),
			// The keyboard scrolls only what it can reach.
			element('pre', { class: 'sent', tabindex: '0' }, text),
		);
	});
	return details;
}

/** Sends the same event once more, to whichever address. */
function sendAgain({ id, url }, what) {
	const input = element('textarea', {
		id: `again-${id}`,
		rows: 2,
		inputmode: 'url',
		autocomplete: 'off',
		autocapitalize: 'off',
		spellcheck: 'false',
		'aria-describedby': `again-fault-${id}`,
		'data-testid': 'again-url',
	});
	input.value = url;
	holdsOneAddress(input);
	const fault = element('p', { class: 'problem fault', id: `again-fault-${id}` });
	const send = (event, to) => {
		clearFault(input, fault);
		return act(event, `deliveries/${id}/send`, to === url ? {} : { url: to }, (wrong) => {
			tellFault(input, fault, wrong.url);
			input.focus();
		});
	};
	const submit = element(
		'button',
		{ type: 'submit', 'data-testid': 'again', 'aria-label': `Send again: ${what}` },
		'Send again',
	);
	const test = element(
		'button',
		{
			type: 'button',
			'data-testid': 'again-test',
			'aria-label': `Send to the test URL: ${what}`,
			onclick: (event) => send(event, url.replace('/webhook/', TEST_PATH)),
		},
		'Send to the test URL',
	);
	const onsubmit = (event) => {
		event.preventDefault();
		void send(event, input.value.trim());
	};
	return element(
		'form',
		{ class: 'again', novalidate: '', onsubmit },
		element('label', { for: input.id }, 'Address'),
		input,
		fault,
		element('div', { class: 'buttons' }, submit, url.includes('/webhook/') ? test : null),
	);
}
