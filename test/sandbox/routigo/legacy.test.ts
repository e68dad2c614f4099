import type { Dict, Reply } from '../support/bench';
import { Company, order, sample, type Subscription, WAREHOUSE } from './support';

const company = Company.use();

const upload = (body: unknown): Promise<Reply> => company.api('PUT', '/upload', body);
const identifiers = async (): Promise<unknown[]> =>
	(await company.control('GET', 'orders')).json<Dict[]>().map(({ identifier }) => identifier);

describe('the first version', () => {
	const body = (): Dict => ({
		routigoEvent: 'ROUTE_PLANNED',
		routigoEventType: 'ROUTE',
		action: { name: 'Shop', url: company.receiver.url(), headers: { A: 'Bearer x' } },
	});
	const create = (more: Dict = {}): Promise<Reply> =>
		company.api('POST', '/v1/webhook', { ...body(), ...more });
	const list = async (): Promise<Subscription[]> =>
		(await company.api('GET', '/v1/webhooks')).json<Subscription[]>();

	it('creates and lists webhooks, which the second does not know', async () => {
		expect((await create()).status).toBe(201);
		const [foreign, own, ...others] = await list();
		expect(foreign?.action.url).toBe('https://shop.example.test/rest/routigo/incoming');
		expect(own).toMatchObject(body());
		expect(others).toEqual([]);
		expect(await company.own()).toEqual([]);
		expect((await company.api('GET', `/v2/webhooks/${own?.id}`)).status).toBe(404);
		await company.settings({ lists: 'common' });
		expect(await company.own()).toMatchObject([{ routigoEvent: 'ROUTE_PLANNED' }, { id: own?.id }]);
		expect((await company.api('DELETE', `/v2/webhooks/${own?.id}`)).status).toBe(200);
	});

	it('knows its own words', async () => {
		expect((await create({ routigoEvent: 'TOUR_PLANNED' })).status).toBe(400);
		expect((await create({ routigoEventType: 'TOUR' })).status).toBe(400);
	});

	it('answers an empty list with []', async () => {
		await company.control('DELETE', 'webhooks');
		expect(await list()).toEqual([]);
	});

	it('tells of planned tours as in the sample', async () => {
		await create();
		const orders = [order('48213'), order('48219')];
		const { job } = await company.walked({ orders }, 'plan', 'assign');
		const codes = job.shipments.map(({ trackingCode }) => trackingCode);
		const expected = sample<{ journey: { tourLegs: Dict[] } }>(
			'v1-notification-route-planned-route.json',
		);
		expected.journey.tourLegs.forEach((leg, index) => (leg.trackingCode = codes[index]));
		expect(company.receiver.bodies).toEqual([expected]);
		expect(new Set(codes).size).toBe(2);
		await company.settings({ legacyDepotLeg: true });
		await company.walked({ orders: [order('1', { pickupLocation: WAREHOUSE })] }, 'plan');
		expect(company.receiver.bodies[1]).toMatchObject({
			journey: { tourLegs: [{ parcelId: 'DEPOT' }, { parcelId: '1_p' }, { parcelId: '1_d' }] },
		});
	});
});

describe('uploads', () => {
	it('are taken as in the sample, and wait for a tour', async () => {
		const reply = await upload(sample('upload-request.json'));
		expect([reply.status, Object.keys(reply.json())]).toEqual([202, ['trackingId']]);
		expect(await identifiers()).toEqual(['48213', '48219']);
		const other = await upload([order('7', { identifier: 7 })]);
		expect(other.json().trackingId).not.toBe(reply.json().trackingId);
		await company.subscribe('TOUR_PLANNED', 'ASSIGNMENT');
		await company.walked({}, 'plan');
		// The first of the sample is picked up and delivered.
		expect(company.receiver.received).toHaveLength(4);
		expect(await identifiers()).toEqual([]);
	});

	const location = order('1').deliveryLocation as { addressInformation: Dict };
	const { addressInformation } = location;
	const without = (name: string): Dict => {
		const rest = { ...addressInformation };
		delete rest[name];
		return { deliveryLocation: { addressInformation: rest } };
	};
	it.each<[string, unknown, string]>([
		['an object', order('1'), 'array'],
		['nothing in it', [], 'array'],
		['an order without a number', [order('1', { identifier: undefined })], 'identifier'],
		['an order with an empty number', [order('1', { identifier: ' ' })], 'identifier'],
		['another spelling of a date', [order('1', { scheduledDeliveryDate: '14-05-2031' })], 'Date'],
		['a day that is none', [order('1', { scheduledDeliveryDate: '2031-02-30' })], 'Date'],
		['no place', [order('1', { deliveryLocation: undefined })], 'deliveryLocation'],
		['no street', [order('1', without('streetName'))], 'streetName'],
		['no country', [order('1', without('countryCode'))], 'countryCode'],
		[
			'a number as number of the house',
			[
				order('1', {
					deliveryLocation: { addressInformation: { ...addressInformation, houseNumber: 5 } },
				}),
			],
			'houseNumber',
		],
		[
			'a clock time',
			[order('1', { deliveryLocation: { ...location, visitAfter: '09:00' } })],
			'visitAfter',
		],
		[
			'a bare PT',
			[order('1', { deliveryLocation: { ...location, visitBefore: 'PT' } })],
			'visitBefore',
		],
		[
			'an empty pick-up',
			[order('1', { pickupLocation: { addressInformation: { name: '' } } })],
			'pickupLocation',
		],
		['an unknown field', [order('1', { phone: '1' })], 'phone'],
		['one bad among good ones', [order('1'), order('2', { identifier: null })], '1.identifier'],
	])('with %s are refused', async (_what, body, word) => {
		const reply = await upload(body);
		expect([reply.status, reply.text]).toEqual([400, expect.stringContaining(word)]);
		expect(await identifiers()).toEqual([]);
	});

	it('may leave out or null what the first plugin did not send', async () => {
		const bare = {
			...order('1'),
			deliveryLocation: { addressInformation: { ...addressInformation, cityName: undefined } },
		};
		const nulls = {
			...order('2'),
			deliveryLocation: { addressInformation, visitAfter: 'PT0S', visitBefore: null },
			pickupLocation: null,
		};
		expect((await upload([bare, nulls])).status).toBe(202);
	});

	const unnumbered = { ...addressInformation, houseNumber: '' };
	const shop = { name: 'Shop', streetName: '', houseNumber: '', houseNumberAddition: '' };
	const partly = { ...shop, postcode: null, cityName: null, countryCode: 'NL' };
	const gaps: Array<[string, string, Dict, string]> = [
		[
			'an empty house number',
			'emptyHouseNumber',
			{ deliveryLocation: { addressInformation: unnumbered } },
			'houseNumber',
		],
		[
			'a pick-up with few parts',
			'partlyEmptyPickup',
			{ pickupLocation: { addressInformation: partly } },
			'streetName',
		],
		[
			'a pick-up that lacks parts',
			'partlyEmptyPickup',
			{ pickupLocation: { addressInformation: { name: 'Shop' } } },
			'streetName',
		],
		[
			'midnight as a bare P',
			'bareP',
			{ deliveryLocation: { ...location, visitAfter: 'P', visitBefore: 'PT8H' } },
			'visitAfter',
		],
	];
	it.each(gaps)('with %s are taken, as RoutiGo makes them itself', async (_what, _name, change) => {
		const reply = await upload([order('1', change)]);
		expect([reply.status, reply.json()]).toEqual([202, { trackingId: expect.any(String) }]);
		await company.subscribe('TOUR_PLANNED', 'ASSIGNMENT');
		await company.walked({}, 'plan');
		expect(company.receiver.received).not.toEqual([]);
	});

	it.each(gaps)('with %s are refused by %s', async (_what, name, change, word) => {
		await company.settings({ [name]: 'refused' });
		const reply = await upload([order('1', change)]);
		expect([reply.status, reply.text]).toEqual([400, expect.stringContaining(word)]);
	});

	it('with an unknown country in a pick-up are refused', async () => {
		const pickupLocation = { addressInformation: { name: 'Shop', countryCode: 'nl' } };
		const reply = await upload([order('1', { pickupLocation })]);
		expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('countryCode')]);
	});

	it('answer by settings', async () => {
		await company.settings({ trackingId: 'missing' });
		const reply = await upload([order('1')]);
		expect([reply.status, reply.json()]).toEqual([202, {}]);
		await company.settings({ trackingId: 'number' });
		expect((await upload([order('2')])).json()).toEqual({ trackingId: expect.any(Number) });
	});

	it('with a known identifier change the order', async () => {
		await upload([order('1')]);
		await upload([order('1', { scheduledDeliveryDate: '2031-06-01' })]);
		const [only] = (await company.control('GET', 'orders')).json<Dict[]>();
		expect(only?.scheduledDeliveryDate).toBe('2031-06-01');
		expect(await identifiers()).toEqual(['1']);
	});
});
