import { type Body, BOXES, eventOf, filled, RECEIVED_AT, sample, scan } from '../support';

describe('the status of an order', () => {
	it.each<[string, Body, string]>([
		['all times null', { shipped_at: null, to_ship_at: null }, 'created'],
		['no times at all', { shipped_at: undefined, to_ship_at: undefined }, 'created'],
		['empty times', { shipped_at: '', to_ship_at: ' ' }, 'created'],
		['to_ship_at', { shipped_at: null }, 'scheduled'],
		['shipped_at', { to_ship_at: null }, 'in_transit'],
		['both', {}, 'in_transit'],
		['a shipping status that says more than its times', { shipped_at: null }, 'scheduled'],
		['a number as shipped_at', { shipped_at: 1715004330 }, 'in_transit'],
	])('with %s is %4$s', (_what, change, status) => {
		const body = { ...filled(), shipping: { ...filled().shipping, ...change } };
		expect(eventOf('orders', body).status).toBe(status);
	});

	it.each<[string, unknown, string]>([
		['all boxes', BOXES, 'delivered'],
		['some boxes', [BOXES[0], { ...BOXES[1], delivered_at: null }], 'in_transit'],
		['no box', [], 'in_transit'],
		['boxes that are paths', ['/api/v2/orgs/K7p/orders/q2Xd/boxes/9bR/'], 'in_transit'],
	])('with a delivery time in %s is %3$s', (_which, boxes, status) => {
		expect(eventOf('orders', { ...filled(), boxes }).status).toBe(status);
	});

	it.each([undefined, null, 'fulfilled', []])('with %p for shipping is unknown', (shipping) => {
		expect(eventOf('orders', { ...filled(), shipping })).toMatchObject({
			status: 'unknown',
			outcome: 'pending',
			reference: 'WEB-20418',
		});
	});

	it('is delivered after that event whatever its times say', () => {
		expect(eventOf('order-delivered', sample('orders.json'))).toMatchObject({
			status: 'delivered',
			outcome: 'success',
			isFinal: true,
		});
	});

	it('is in transit after a scan of an order that has no times yet', () => {
		const row = eventOf('acceptance-scan', scan(), RECEIVED_AT, sample('orders.json'));
		expect(row.status).toBe('in_transit');
	});
});
