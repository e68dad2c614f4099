import { readyCloudWebhook } from '../../../../nodes/ReadyCloud/trigger/webhook';
import { fixture } from '../../../support/fixtures';

const order = fixture('readycloud/orders-filled.json');

/** What a body holds that comes to the URL of an entity. */
function received(entity: string, body: unknown) {
	const reading = readyCloudWebhook.read(body, { entity });
	if ('expected' in reading) throw new Error(reading.expected);
	return reading.received;
}

describe('a body', () => {
	it('is about the entity in the called URL', () => {
		expect(received('orders', order)).toEqual([
			{ payload: { entity: 'orders', body: order }, original: order },
		]);
	});

	it.each<[string, unknown]>([
		['a text', 'hello'],
		['a number', 7],
		['null', null],
		['a list of texts', ['/api/v2/orgs/K7p/orders/q2Xd/']],
	])('that is %s is none of ReadyCloud', (_what, body) => {
		expect(readyCloudWebhook.read(body, { entity: 'orders' })).toEqual({
			expected: 'ReadyCloud sends a JSON object with "url".',
		});
	});

	it.each<[string, unknown]>([
		['empty', {}],
		['an empty list', []],
		['a list of empty objects', [{}, {}]],
	])('that is %s holds no event', (_what, body) => {
		expect(received('orders', body)).toEqual([]);
	});

	it('that is a list holds one event per object', () => {
		const other = { ...order, primary_id: 'WEB-2' };
		expect(received('orders', [order, other]).map(({ original }) => original)).toEqual([
			order,
			other,
		]);
	});

	it('keeps what nobody knows', () => {
		const body = { ...order, brand_new: { deep: [1] } };
		expect(received('orders', body).map(({ original }) => original)).toEqual([body]);
	});

	it('that is about webhooks is shown without their token', () => {
		const { token, ...rest } = fixture('readycloud/webhook-resource.json');
		expect(token).toBe('0f1e2d3c4b5a69788796a5b4c3d2e1');
		expect(received('webhook', { token, ...rest })).toEqual([
			{ payload: { entity: 'webhook', body: rest }, original: rest },
		]);
	});

	it('is shown without tokens at any depth, and without those in links', () => {
		const body = {
			url: '/api/v2/orgs/K7p/webhooks/x4Tq/',
			webhook: { token: '0f1e2d3c', list: [{ bearer_token: '4b5a6978', token: 7 }] },
			next: 'https://www.readycloud.com/api/v2/orgs/?access_token=8796a5b4&limit=1',
			message: 'Ask for the token: 12',
		};
		expect(received('webhook', body).map(({ original }) => original)).toEqual([
			{
				url: '/api/v2/orgs/K7p/webhooks/x4Tq/',
				webhook: { token: '***', list: [{ bearer_token: '***', token: 7 }] },
				next: 'https://www.readycloud.com/api/v2/orgs/?access_token=***&limit=1',
				message: 'Ask for the token: 12',
			},
		]);
	});
});
