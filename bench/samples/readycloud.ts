import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import { fixture, type Sample } from './sample';

const token = 'correct-horse-battery-9';
const webhook = { id: '1', organization: 'K7p', tokenDigest: digestOfToken(token) };

/** An order with everything filled. */
export const sample: Sample = {
	token,
	sender: {
		headers: { auth: token },
		query: { entity: 'orders' },
		staticData: { webhooks: [webhook] },
	},
	texts: [JSON.stringify(fixture('readycloud/orders-filled.json'))],
	item: { provider: 'readyCloud', event: 'job_updated' },
};
