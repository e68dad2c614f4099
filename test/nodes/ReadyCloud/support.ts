import { readyCloudWebhook } from '../../../nodes/ReadyCloud/trigger/webhook';
import { fixture } from '../../support/fixtures';

export const RECEIVED_AT = '2024-05-10T00:00:00.000Z';

export type Body = Record<string, unknown>;

export const sample = (name: string) => fixture(`readycloud/${name}`);
export const filled = () =>
	sample('orders-filled.json') as Body & { shipping: Body; billing: Body };
export const scan = () => sample('acceptance-scan.json');

/** What `expand=boxes,items` puts in the place of compact boxes. */
export const BOXES = [
	{
		url: '/api/v2/orgs/K7p/orders/q2Xd/boxes/9bR/',
		tracking_number: '1Z999AA10123456784',
		delivered_at: '2024-05-09T16:40:02.771530Z',
		items: [
			{ part_number: 'MUG-01', description: 'Mug, blue', quantity: 2, kind: 'goods' },
			{ part_number: 4711, description: 'Saucer', quantity: '3', kind: null },
			{ description: 'Spring sale', quantity: 1, unit_price: '-3.00 USD', kind: 'discount' },
			{ description: 'Sales tax', quantity: 1, kind: 'tax' },
			{ description: 'Rounding', quantity: 1, kind: 'adjustment' },
		],
	},
	{
		url: '/api/v2/orgs/K7p/orders/q2Xd/boxes/9br/',
		tracking_number: '1Z999AA10123456785',
		delivered_at: '2024-05-09T15:00:00-05:00',
		items: [{ part_number: 'MUG-02', quantity: 1 }],
	},
];

/** The delivery event of a body that comes to the address of an entity. */
export function eventOf(
	entity: string | undefined,
	body: unknown,
	receivedAt = RECEIVED_AT,
	order?: Body,
) {
	const payload = { ...payloadOf(entity, body), ...(order ? { order } : {}) };
	return readyCloudWebhook.normalize(payload, readyCloudWebhook.classify(payload), receivedAt);
}

export function choicesOf(entity: string | undefined, body: unknown): readonly string[] {
	return readyCloudWebhook.classify(payloadOf(entity, body)).choices;
}

function payloadOf(entity: string | undefined, body: unknown) {
	const reading = readyCloudWebhook.read(body, entity === undefined ? {} : { entity });
	if ('expected' in reading) throw new Error(reading.expected);
	const [first] = reading.received;
	if (first === undefined) throw new Error('The body holds no event.');
	return first.payload;
}
