import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import { fixture, grown, list, type Sample } from './sample';

const token = 'correct-horse-battery-9';
const webhook = { id: '1', organization: 'K7p', tokenDigest: digestOfToken(token) };

const order = fixture('readycloud/orders-filled.json') as object;
/** The same with boxes in full, as test/fixtures/readycloud has none: each with the keys of its API. */
const withBoxes = (boxes: number) => ({ ...order, boxes: list(boxes, box) });

function box(number: number) {
	const url = `/api/v2/orgs/K7p/orders/q2Xd/boxes/b${number}/`;
	return {
		url,
		tracking_number: `1Z999AA1012345${number}`,
		weight: '2.50 lb',
		width: '12.0 in',
		declared_value: '42.00 USD',
		items: list(2, (item) => ({
			url: `${url}items/i${item}/`,
			part_number: `SKU-${number}-${item}`,
			description: 'Enamel mug, blue',
			quantity: item,
			unit_price: '21.00 USD',
			kind: null,
		})),
	};
}

/** An order with everything filled. */
export const sample: Sample = {
	token,
	sender: {
		headers: { auth: token },
		query: { entity: 'orders' },
		staticData: { webhooks: [webhook] },
	},
	texts: [JSON.stringify(order), ...grown(withBoxes)],
	item: { provider: 'readyCloud', event: 'job_updated' },
};
