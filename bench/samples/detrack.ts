import { z } from 'zod';

import { fixture, grown, list, type Sample } from './sample';

const jobSchema = z.object({ items: z.array(z.object({}).passthrough()).nonempty() }).passthrough();

const job = jobSchema.parse(fixture('detrack/v2_completed.json'));
/** The same with more items: a copy of its first one for each. */
const withItems = (items: number) => ({
	...job,
	items_count: job.items.length,
	items: [...job.items, ...list(items, (number) => ({ ...job.items[0], id: `item-${number}` }))],
});

/** A completed job in payload version 2: all 181 keys, of which most are filled. */
export const sample: Sample = {
	token: 'correct-horse-battery-9',
	texts: [JSON.stringify(job), ...grown(withItems)],
	item: { provider: 'detrack', status: 'delivered', reference: 'ORD-48208', itemCount: 2 },
};
