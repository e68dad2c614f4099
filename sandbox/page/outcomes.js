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
export function toldOf(deliveries) {
	if (deliveries.length === 0) {
		return { text: 'Done. No webhook was sent, as no workflow has asked for this event.' };
	}
	const counts = {};
	for (const { outcome } of deliveries) counts[outcome] = (counts[outcome] ?? 0) + 1;
	const reasons = [...new Set(deliveries.map(({ reason }) => reason).filter(Boolean))];
	const [{ outcome }] = deliveries;
	const what =
		deliveries.length === 1
			? `Sent: ${OUTCOMES[outcome].said}.`
			: `Sent ${deliveries.length} times: ${inNumbers(counts)}.`;
	return {
		text: [what, ...reasons].join(' '),
		isProblem: (counts.refused ?? 0) + (counts.failed ?? 0) > 0,
	};
}
