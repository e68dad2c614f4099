import { fixture, type Sample } from './sample';

/** A completed job in payload version 2: all 181 keys, of which most are filled. */
export const sample: Sample = {
	token: 'correct-horse-battery-9',
	targetP99: 100,
	texts: [JSON.stringify(fixture('detrack/v2_completed.json'))],
	item: { provider: 'detrack', status: 'delivered', reference: 'ORD-48208', itemCount: 2 },
};
