import { act } from './act.js';
import { element } from './dom.js';

/** A job, with what can happen to it next. */
export function card(vendor, { id, title, lines, status, statusLabel, tone, steps }) {
	const button = ({ name, label, choice }) => {
		const path = `${vendor}/jobs/${encodeURIComponent(id)}/steps/${name}`;
		const field = choice ? select(name, choice, title) : null;
		const body = () => (field ? { [choice.field]: Number(field.value) } : {});
		const attributes = {
			type: 'button',
			'data-testid': `step-${name}`,
			// Twenty buttons called "Assign" would say nothing to who can't see the cards.
			'aria-label': `${label}: ${title}`,
			onclick: (event) => act(event, path, body()),
		};
		const step = element('button', attributes, label);
		return field ? element('span', { class: 'chosen' }, step, field) : step;
	};
	const usual = steps.filter((step) => !step.aside);
	const aside = steps.filter((step) => step.aside);
	return element(
		'li',
		{ 'data-testid': 'job-card', class: 'card', 'data-status': status, 'data-job': id },
		element(
			'div',
			{ class: 'title-line' },
			element('h3', {}, title),
			element('span', { class: `badge ${tone}` }, statusLabel),
		),
		...lines.filter(Boolean).map((line) => element('p', {}, line)),
		element('div', { class: 'buttons' }, ...usual.map(button)),
		aside.length > 0
			? element(
					'details',
					{},
					element('summary', { 'aria-label': `More: ${title}` }, 'More'),
					element('div', { class: 'buttons' }, ...aside.map(button)),
				)
			: null,
	);
}

/** What is chosen along with a step. */
function select(step, { label, values, usual }, title) {
	const option = (value) =>
		element('option', { value, selected: value === usual ? '' : null }, String(value));
	const attributes = { 'data-testid': `choice-${step}`, 'aria-label': `${label}: ${title}` };
	return element('select', attributes, ...values.map(option));
}
