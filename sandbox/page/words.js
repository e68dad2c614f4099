/** How many there are, in words: 1 row, 2 rows. */
export function some(count, word) {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const LONGEST = 40;

/** An address short enough to be told from others: without the rest of n8n's long ids and the query. */
export function shortOf(url) {
	if (!URL.canParse(url)) return url;
	const { host, pathname } = new URL(url);
	const place = host.length > LONGEST ? `${host.slice(0, 20)}…${host.slice(-19)}` : host;
	const path = pathname.replaceAll(/([0-9a-f]{8})-[0-9a-f-]{27}/gi, '$1…');
	return `${place}${path === '/' ? '' : path}`;
}

// Sweden's form is that of ISO 8601: 2026-11-27 21:05:13.
const FORM = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium' });

/** A time as people here see it: 21:05:13, with the day in front of it where that is not today. */
export function timeText(at) {
	const [day, time] = FORM.format(new Date(at)).split(' ');
	const [today] = FORM.format(new Date()).split(' ');
	return day === today ? time : `${day} ${time}`;
}
