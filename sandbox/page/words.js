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
