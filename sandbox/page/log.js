import { call } from './calls.js';
import { byId, element, setCount, syncList, timeOf } from './dom.js';

/** The log of webhooks. */
export function showDeliveries(deliveries, count, vendors) {
	setCount(byId('log-count'), count);
	const labels = Object.fromEntries(vendors.map(({ name, label }) => [name, label]));
	syncList(
		byId('deliveries'),
		deliveries,
		(each) => each.id,
		(each) => delivery(each, labels[each.vendor] ?? each.vendor),
	);
}

function delivery(entry, label) {
	const again = entry.attempt > 1 ? ` (try ${entry.attempt})` : '';
	const what = [entry.event + again, entry.reference].filter(Boolean).join(' · ');
	return element(
		'li',
		{ 'data-testid': 'delivery-row', class: 'delivery', 'data-vendor': entry.vendor },
		timeOf(entry.at),
		element('strong', {}, what),
		element(
			'span',
			{ class: `badge ${entry.accepted ? 'good' : 'bad'}` },
			entry.status === null ? 'no answer' : String(entry.status),
		),
		element('span', { class: 'quiet number' }, `${entry.durationMs} ms`),
		element('span', { class: 'address', title: entry.url }, `${label} → ${entry.url}`),
		entry.error ? element('span', { class: 'problem whole' }, entry.error) : null,
		body(entry, what),
	);
}

/** What was sent and what came back; fetched when somebody opens it. */
function body({ id }, what) {
	const summary = element(
		'summary',
		{ 'data-testid': 'delivery-body', 'aria-label': `Body: ${what}` },
		'Body',
	);
	const details = element('details', { class: 'whole' }, summary);
	details.addEventListener('toggle', async () => {
		if (!details.open || details.querySelector('pre')) return;
		const full = await call('GET', `deliveries/${id}`);
		if (!full || details.querySelector('pre')) return;
		const text = typeof full.body === 'string' ? full.body : JSON.stringify(full.body, null, 2);
		details.append(element('pre', { tabindex: '0' }, text));
		if (full.response) {
			details.append(element('p', { class: 'quiet answer' }, `Answer: ${full.response}`));
		}
	});
	return details;
}
