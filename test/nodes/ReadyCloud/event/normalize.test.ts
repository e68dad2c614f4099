import fc from 'fast-check';

import { normalizeReadyCloudOrder } from '../../../../nodes/ReadyCloud/event/normalize';
import { readyCloudOrderSchema } from '../../../../nodes/ReadyCloud/event/schema';
import { expectWholeRow } from '../../../support/wholeRow';
import { type Body, BOXES, eventOf, filled, RECEIVED_AT, sample, scan } from '../support';
import { EXPECTED_EVENTS } from './expectedEvents';

describe('the samples', () => {
	it.each(EXPECTED_EVENTS)('of %s: %s', (entity, name, expected) => {
		const { eventId, receivedAt, stateId, ...row } = eventOf(entity, sample(name));
		expect(row).toEqual(expected);
		expect(receivedAt).toBe(RECEIVED_AT);
		expect([eventId, stateId].join()).toMatch(/^[0-9a-f]{32},[0-9a-f]{32}$/);
	});

	it.each(EXPECTED_EVENTS)('of %s: %s fills every column of schema version 1', (entity, name) => {
		expectWholeRow(eventOf(entity, sample(name)));
	});

	it('have different event ids', () => {
		const ids = EXPECTED_EVENTS.map(([entity, name]) => eventOf(entity, sample(name)).eventId);
		expect(new Set(ids).size).toBe(EXPECTED_EVENTS.length);
	});
});

describe('the event id', () => {
	it.each(EXPECTED_EVENTS)('of %s: %s stays when it is sent again', (entity, name) => {
		const body = sample(name);
		const resent = Object.fromEntries(Object.entries(body).reverse());
		expect(eventOf(entity, resent, '2026-01-01T00:00:00.000Z').eventId).toBe(
			eventOf(entity, body).eventId,
		);
	});

	it('stays whether or not the whole order was fetched', () => {
		expect(eventOf('orders', filled(), RECEIVED_AT, { ...filled(), boxes: BOXES }).eventId).toBe(
			eventOf('orders', filled()).eventId,
		);
	});

	it.each<[string, Body]>([
		['the order', { url: '/api/v2/orgs/K7p/orders/q2xd/' }],
		['the organization', { url: '/api/v2/orgs/k7p/orders/q2Xd/' }],
		['the time', { nested_updated_at: '2024-05-06T14:05:31.402918Z' }],
		['what changed within the same time', { tags: ['rush'] }],
	])('differs with %s', (_what, change) => {
		const original = eventOf('orders', filled()).eventId;
		expect(eventOf('orders', { ...filled(), ...change }).eventId).not.toBe(original);
	});

	it('differs with the entity, as an order that is delivered may be sent twice', () => {
		expect(eventOf('order-delivered', filled()).eventId).not.toBe(
			eventOf('orders', filled()).eventId,
		);
	});

	it('cannot tell a second scan of the same order from a repeat, which has no time', () => {
		expect(eventOf('acceptance-scan', scan()).eventId).toBe(
			eventOf('acceptance-scan', scan(), '2026-01-01T00:00:00.000Z').eventId,
		);
	});
});

describe('odd types', () => {
	it.each(EXPECTED_EVENTS)('survives odd types in every key of %s: %s', (entity, name) => {
		for (const odd of [[{ odd: 1 }], { odd: [null] }, 7, true, '', null, [null, 'x', [1]]]) {
			const body = Object.fromEntries(Object.keys(sample(name)).map((key) => [key, odd]));
			const row = eventOf(entity, body);
			expectWholeRow(row);
			expect([row.jobId, row.account]).toEqual([null, null]);
		}
	});

	it.each(EXPECTED_EVENTS)('survives any JSON in any key of %s: %s', (entity, name) => {
		const whole = sample(name);
		const keys = fc.constantFrom(...Object.keys(whole), 'shipping', 'addresses', 'token');
		fc.assert(
			fc.property(fc.dictionary(keys, fc.jsonValue()), (odd) => {
				const row = eventOf(entity, { ...whole, ...odd });
				expectWholeRow(row);
			}),
			{ numRuns: 50 },
		);
	});

	it('survives odd types within addresses, boxes and money', () => {
		const odd = { first_name: [1], phone: {}, address_1: 5, city: null, delivered_at: 'soon' };
		const row = eventOf('order-delivered', {
			url: '/api/v2/orgs/K7p/orders/q2Xd/',
			shipping: { ship_to: odd, shipped_at: {} },
			boxes: [odd, null, 'x', { items: 'none' }, { items: [null, { quantity: 'two' }] }],
			billing: { total: { amount: 1 } },
			notes: 'none',
		});
		expect(row).toMatchObject({ jobId: 'q2Xd', recipientName: null, proofAt: null, amount: null });
		expect(row.items).toEqual([
			{ sku: null, description: null, quantity: null, rejectedQuantity: null, reason: null },
		]);
	});
});

describe('an order of the API', () => {
	it('has the same columns as the event', () => {
		const order = readyCloudOrderSchema.parse({ ...filled(), boxes: BOXES });
		expect(normalizeReadyCloudOrder(order)).toMatchObject({
			jobId: 'q2Xd',
			account: 'K7p',
			reference: 'WEB-20418',
			status: 'delivered',
			outcome: 'success',
			occurredAt: '2024-05-06T14:05:31.402917Z',
			proofAt: '2024-05-09T15:00:00-05:00',
			amount: '52.65',
			currency: 'USD',
			itemCount: 3,
		});
	});

	it('is the row of its event but for what only an event has', () => {
		const { eventId, event, previousStatus, receivedAt, changedFields, providerEvent, ...columns } =
			eventOf('orders', filled());
		expect(normalizeReadyCloudOrder(filled())).toEqual({ ...columns, eventName: null });
	});
});
