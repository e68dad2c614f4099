import { type Body, eventOf, filled, sample, scan } from '../support';

describe("ReadyCloud's traps", () => {
	it('keeps capitals in ids, which tell orders apart', () => {
		const upper = eventOf('orders', { ...filled(), url: '/api/v2/orgs/K7P/orders/Q2XD/' });
		expect([upper.jobId, upper.account]).toEqual(['Q2XD', 'K7P']);
	});

	it.each([
		['an unknown fifth key', { carrier: 'Example' }, '6.82', 'USD'],
		['no ship_cost', { ship_cost: undefined }, null, null],
		['a ship_cost that is null', { ship_cost: null }, null, null],
	])('reads an acceptance scan with %s', (_what, change, amount, currency) => {
		const row = eventOf('acceptance-scan', { ...scan(), ...change });
		expect([row.event, row.jobId, row.occurredAt]).toEqual(['acceptance_scanned', 'q2Xd', null]);
		expect([row.amount, row.currency]).toEqual([amount, currency]);
	});

	it.each([
		['first and last name', {}, 'Robin Placeholder'],
		['twice the same name', { first_name: 'Ali', last_name: 'Ali' }, 'Ali Ali'],
		['only a first name', { last_name: null }, 'Robin'],
		['only a company', { first_name: '', last_name: null, company: 'Example Ltd' }, 'Example Ltd'],
		['a person in a company', { company: 'Example Ltd' }, 'Robin Placeholder'],
		['no name', { first_name: null, last_name: null }, null],
	])('names a recipient with %s', (_what, change, name) => {
		const { shipping } = filled();
		const shipTo = { ...(shipping.ship_to as Body), ...change };
		const body = { ...filled(), shipping: { ...shipping, ship_to: shipTo } };
		expect(eventOf('orders', body).recipientName).toBe(name);
	});

	it.each<[string, Body, string | null]>([
		['no region', { region: null }, '77 Alder Street, Unit 9, Boise, 83702, United States'],
		[
			'state instead of region',
			{ region: undefined, state: 'ID' },
			'77 Alder Street, Unit 9, Boise, ID 83702, United States',
		],
		[
			'a number as post code',
			{ post_code: 83702 },
			'77 Alder Street, Unit 9, Boise, ID 83702, United States',
		],
		[
			'only a city',
			{ address_1: null, address_2: '', region: null, post_code: null },
			'Boise, United States',
		],
	])('writes an address with %s in one line', (_what, change, line) => {
		expect(
			eventOf('contact-address', { ...sample('inferred/contact-address.json'), ...change }).address,
		).toBe(line);
	});

	it.each<[string, Body, string | null]>([
		['order_number', {}, '20418'],
		['order_number as text', { order_number: '0020418' }, '0020418'],
		['only po_number', { order_number: null }, 'PO-551'],
		['neither', { order_number: null, po_number: null }, null],
	])('takes the order number from %s', (_what, change, orderNumber) => {
		expect(eventOf('orders', { ...filled(), ...change }).orderNumber).toBe(orderNumber);
	});

	it('joins what people wrote about an order', () => {
		const notes = [{ content: 'Leave at the back' }, { content: null }, { content: 'Call first' }];
		expect(eventOf('orders', { ...filled(), notes }).note).toBe('Leave at the back; Call first');
	});

	it('takes the default address of a contact that has some, and the name of the contact', () => {
		const addresses = [
			{ city: 'Tacoma', first_name: 'Other' },
			{ city: 'Boise', first_name: 'Front', last_name: 'Desk', phone: 2085550122, default: true },
		];
		const body = { ...sample('inferred/contact.json'), addresses };
		expect(eventOf('contact', body)).toMatchObject({
			recipientName: 'Robin Placeholder',
			city: 'Boise',
			recipientPhone: '2085550122',
		});
	});

	it('takes the object itself for its time where nothing within it has one', () => {
		expect(eventOf('orders', { ...filled(), nested_updated_at: null }).occurredAt).toBe(
			'2024-05-06T14:05:30.118204Z',
		);
	});

	it('knows the entity of an object without url, but no ids', () => {
		const row = eventOf('orders', { ...filled(), url: undefined });
		expect([row.event, row.reference, row.jobId, row.account]).toEqual([
			'job_updated',
			'WEB-20418',
			null,
			null,
		]);
	});

	it('passes what an undocumented entity holds with its organization only', () => {
		const body = {
			url: '/api/v2/orgs/K7p/members/1/events/9/',
			title: 'Pick-up',
			first_name: 'Robin',
		};
		expect(eventOf('webhook', body)).toMatchObject({
			event: 'unknown',
			status: 'unknown',
			jobId: null,
			recipientName: null,
			account: 'K7p',
			providerEvent: 'webhook',
		});
	});
});
