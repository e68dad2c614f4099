import { element } from './dom.js';
import { timeText } from './words.js';
import { lastCall } from './lastCall.js';

/** A webhook that a program has registered, with what can happen to it. */
export function registeredHook(webhook, act) {
	const { id, title, name, url, tokenHint, suspendedAt, isForeign, last, steps } = webhook;
	const button = ({ name: step, label }) =>
		element(
			'button',
			{
				type: 'button',
				'data-testid': `hook-${step}`,
				'aria-label': `${label}: ${title}`,
				onclick: (click) => act(click, `steps/${step}`),
			},
			label,
		);
	return element(
		'li',
		{ 'data-testid': 'registered', class: 'mail', 'data-hook': id },
		element('strong', {}, title),
		badge(isForeign, suspendedAt),
		name ? element('span', { class: 'whole written' }, name) : null,
		element('span', { class: 'address' }, url),
		isForeign ? null : element('span', { class: 'quiet whole' }, `Secret: ${tokenHint}`),
		...(isForeign ? [] : lastCall(last)),
		// What belongs to others is only there to be left alone.
		isForeign ? null : element('div', { class: 'buttons whole' }, ...steps.map(button)),
	);
}

function badge(isForeign, suspendedAt) {
	if (isForeign) return element('span', { class: 'badge' }, 'of another program');
	const tone = suspendedAt ? 'bad' : 'good';
	return element(
		'span',
		{ class: `badge ${tone}`, title: suspendedAt && `since ${timeText(suspendedAt)}` },
		suspendedAt ? 'suspended' : 'active',
	);
}
