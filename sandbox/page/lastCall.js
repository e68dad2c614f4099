import { element, timeOf } from './dom.js';
import { OUTCOMES } from './outcomes.js';

/** What came of the last call of an address. */
export function lastCall(last) {
	if (last === null) {
		return [element('span', { class: 'quiet whole' }, 'Nothing was sent there yet.')];
	}
	const { badge, tone } = OUTCOMES[last.outcome];
	const line = element(
		'span',
		{ class: 'whole last' },
		element('span', { class: 'quiet' }, 'Last call'),
		element('span', { class: `badge ${tone}`, 'data-testid': 'last-outcome' }, badge),
		timeOf(last.at),
	);
	const reason = element('span', { class: `reason whole ${tone}` }, last.reason ?? '');
	return last.reason ? [line, reason] : [line];
}

/** A pasted address, whole, with what came of its last call. */
export function calledAddress({ url, last }) {
	return element(
		'li',
		{ 'data-testid': 'called', class: 'mail' },
		element('span', { class: 'address' }, url),
		...lastCall(last),
	);
}
