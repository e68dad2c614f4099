import { shortOf } from './words.js';

/** What came of a call, in a dispatcher's words. */
export const OUTCOMES = {
	started: { badge: 'Started', tone: 'good', said: 'started a workflow' },
	leftOut: { badge: 'Left out', tone: 'aside', said: 'left out' },
	notListening: { badge: 'Not listening', tone: 'aside', said: 'found nobody listening' },
	refused: { badge: 'Refused', tone: 'bad', said: 'refused' },
	failed: { badge: 'Failed', tone: 'bad', said: 'failed' },
};

/** How many calls came to what, such as: 3 started a workflow, 1 left out. */
export function inNumbers(counts) {
	return Object.entries(OUTCOMES)
		.filter(([outcome]) => counts[outcome] > 0)
		.map(([outcome, { said }]) => `${counts[outcome]} ${said}`)
		.join(', ');
}

/** What to say of an event that was sent just now, and whether it is a problem. */
export function toldOf({ deliveries = [], suspended = false }) {
	if (deliveries.length === 0) {
		const why = suspended
			? 'the service has suspended the webhooks that wait for it.'
			: 'the service tells nobody of this, or no workflow has asked for it.';
		return { text: `Done. Nothing was sent: ${why}` };
	}
	const counts = {};
	for (const { outcome } of deliveries) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return {
		text: [summaryOf(deliveries, counts), ...reasonsIn(deliveries)].join(' '),
		isProblem: (counts.refused ?? 0) + (counts.failed ?? 0) > 0,
	};
}

const placesOf = (deliveries) => [...new Set(deliveries.map(({ url }) => url))];

function summaryOf(deliveries, counts) {
	const [{ outcome }] = deliveries;
	if (deliveries.length === 1) return `Sent: ${OUTCOMES[outcome].said}.`;
	const places = placesOf(deliveries).length;
	const how = places > 1 ? `to ${places} addresses` : `${deliveries.length} times`;
	return `Sent ${how}: ${inNumbers(counts)}.`;
}

/** The reason; where several addresses have different ones, where each of them stands. */
function reasonsIn(deliveries) {
	const withReason = deliveries.filter(({ reason }) => reason);
	const isOne = placesOf(deliveries).length === 1;
	const all = withReason.map(({ url, reason }) => (isOne ? reason : `${shortOf(url)}: ${reason}`));
	const different = [...new Set(all)];
	if (isOne || different.length === 1) return different;
	return different.length > 0 ? ['What each of them answered stands under “Webhooks sent”.'] : [];
}
