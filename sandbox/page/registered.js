import { element } from './dom.js';

/** A webhook that a program has registered, with what can happen to it. */
export function registeredHook({ id, event, url, tokenHint, suspendedAt, steps }, act) {
	const button = ({ name, label }) =>
		element(
			'button',
			{
				type: 'button',
				'data-testid': `hook-${name}`,
				'aria-label': `${label}: ${event}`,
				onclick: (click) => act(click.currentTarget, `steps/${name}`),
			},
			label,
		);
	return element(
		'li',
		{ 'data-testid': 'registered', class: 'mail', 'data-hook': id },
		element('strong', {}, event),
		element(
			'span',
			{ class: `badge ${suspendedAt ? 'bad' : 'good'}`, title: suspendedAt },
			suspendedAt ? 'suspended' : 'active',
		),
		element('span', { class: 'address', title: url }, url),
		element('span', { class: 'quiet whole' }, `Token: ${tokenHint}`),
		element('div', { class: 'buttons whole' }, ...steps.map(button)),
	);
}
