import { BOXES, eventOf, filled, RECEIVED_AT, scan } from '../support';

describe('an order with compact boxes', () => {
	const LINK = '/api/v2/orgs/K7p/orders/q2Xd/boxes/b1/items/i1/';
	const mug = { url: LINK, part_number: 'MUG-01', quantity: '2' };
	const MUG = { sku: 'MUG-01', quantity: 2, description: null };

	it.each([
		['urls', [LINK, LINK], [], 2],
		['objects with a url', [{ url: LINK }, { url: LINK }], [], 2],
		['objects with url and id', [{ id: 'i1', url: LINK, quantity: null }], [], 1],
		['one in full and a link', [mug, { url: LINK }], [MUG], 2],
		['one in full and a url', [mug, LINK], [MUG], 2],
		['nothing', [], [], null],
		['nothing that says anything', ['', null, 7], [], null],
	])('whose items are %s', (_what, list, items, itemCount) => {
		const boxes = [{ items: list, url: '/api/v2/orgs/K7p/orders/q2Xd/boxes/b1/' }];
		const row = eventOf('orders', { ...filled(), boxes });
		expect(row.itemCount).toBe(itemCount);
		expect(row.items).toMatchObject(items);
		expect(row.items).toHaveLength(items.length);
	});
});

describe('an order with full boxes', () => {
	const whole = () => ({ ...filled(), boxes: BOXES });

	it('gives tracking numbers and the goods, but no discounts and taxes', () => {
		expect(eventOf('orders', whole())).toMatchObject({
			trackingNumber: '1Z999AA10123456784, 1Z999AA10123456785',
			items: [
				{
					sku: 'MUG-01',
					description: 'Mug, blue',
					quantity: 2,
					rejectedQuantity: null,
					reason: null,
				},
				{ sku: '4711', description: 'Saucer', quantity: 3, rejectedQuantity: null, reason: null },
				{ sku: 'MUG-02', description: null, quantity: 1, rejectedQuantity: null, reason: null },
			],
			itemCount: 3,
		});
	});

	it('is proven when its last box was delivered, by the clock and not by the text', () => {
		expect(eventOf('order-delivered', whole())).toMatchObject({
			occurredAt: '2024-05-09T15:00:00-05:00',
			proofAt: '2024-05-09T15:00:00-05:00',
		});
	});

	it('is not proven while a box is still on its way', () => {
		const boxes = [BOXES[0], { ...BOXES[1], delivered_at: null }];
		expect(eventOf('orders', { ...filled(), boxes })).toMatchObject({
			status: 'in_transit',
			proofAt: null,
		});
	});

	it('changes later than it was delivered', () => {
		expect(eventOf('orders', whole())).toMatchObject({
			status: 'delivered',
			occurredAt: '2024-05-06T14:05:31.402917Z',
			proofAt: '2024-05-09T15:00:00-05:00',
		});
	});

	it("fetched after a scan tells who gets it, while money and time stay the scan's", () => {
		expect(eventOf('acceptance-scan', scan(), RECEIVED_AT, whole())).toMatchObject({
			event: 'acceptance_scanned',
			occurredAt: null,
			reference: 'WEB-20418',
			recipientName: 'Robin Placeholder',
			trackingNumber: '1Z999AA10123456784, 1Z999AA10123456785',
			amount: '6.82',
		});
	});
});
