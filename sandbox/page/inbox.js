import { byId, element, setText, syncList, timeOf } from './dom.js';
import { some } from './words.js';

/** Mails, as text: a mail's HTML is never rendered. */
export function showInbox(mails, count) {
	setText(byId('inbox-count'), count ? some(count, 'mail') : '');
	syncList(byId('inbox'), mails, (each) => each.id, mail);
}

const attachment =
	(mailId) =>
	({ name, type, size }, index) => {
		const href = `/control/inbox/${mailId}/attachments/${index}`;
		const label = `${name || type} (${Math.ceil(size / 1024)} kB)`;
		return element('a', { href, download: name || 'attachment', class: 'attachment' }, label);
	};

function mail({ id, subject, from, to, date, text, attachments }) {
	const title = subject || '(no subject)';
	return element(
		'li',
		{ 'data-testid': 'mail', class: 'mail' },
		element('strong', {}, title),
		timeOf(date),
		element('span', { class: 'quiet whole' }, `${from} → ${to}`),
		attachments.length > 0
			? element('span', { class: 'whole written' }, ...attachments.map(attachment(id)))
			: null,
		element(
			'details',
			{ class: 'whole' },
			element('summary', { 'aria-label': `Read: ${title}` }, 'Read'),
			element('pre', { class: 'letter' }, text || '(no text)'),
		),
	);
}
