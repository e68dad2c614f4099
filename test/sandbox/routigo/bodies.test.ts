import { type Dict, keyPaths } from '../support/bench';
import { Company, order, WAREHOUSE } from './support';

const company = Company.use();

const READY = ['plan', 'assign', 'start'];
const orders = [order('1', { pickupLocation: WAREHOUSE }), order('2')];
const body = (): Dict => company.receiver.bodies.at(-1) ?? {};
const texts = (): string[] => company.receiver.received.map(({ text }) => text);

/** The last body of an assignment that is done, in a shape. */
async function doneIn(settings: Dict, type = 'ASSIGNMENT'): Promise<unknown> {
	await company.settings(settings);
	await company.subscribe('ASSIGNMENT_DONE', type);
	const one = { orders: [order('2')], suppliers: ['DAIRY-2'], name: 'North' };
	await company.walked(one, ...READY, 'done');
	return JSON.parse(texts().at(-1) ?? '');
}

describe('come', () => {
	const tour = { name: 'North', serviceCentre: 'ZWOLLE', driver: { name: expect.any(String) } };
	const shipment = { identifier: '2', trackingCode: expect.any(String), supplier: 'DAIRY-2' };
	const address = { name: 'Customer 2', cityName: 'Zwolle' };
	const window = { from: '2031-05-14T09:00:00.000Z', to: '2031-05-14T12:30:00.000Z' };
	const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
	const nested = {
		timestamp,
		tour,
		stop: { sequence: 1 },
		shipment,
		assignment: { type: 'DELIVERY', endStatus: 'DELIVERED' },
		address,
		timeWindow: window,
	};

	it('nested', async () => {
		expect(await doneIn({})).toMatchObject(nested);
	});

	it('in an array', async () => {
		expect(await doneIn({ bodyStructure: 'array' })).toMatchObject([nested]);
	});

	it('one level deeper', async () => {
		expect(await doneIn({ bodyStructure: 'deep' })).toMatchObject({
			timestamp,
			data: { tour: { name: 'North' }, driver: tour.driver, shipment, address },
		});
	});

	it('flat', async () => {
		const flat = (await doneIn({ bodyStructure: 'flat' })) as Dict;
		expect(flat).toMatchObject({
			...{ timestamp, tourName: 'North', driverName: expect.any(String), identifier: '2' },
			...{ endStatus: 'DELIVERED', recipientName: 'Customer 2', windowFrom: window.from },
		});
		const inner = Object.entries(flat).filter(([, value]) => typeof value === 'object');
		expect(inner.map(([name]) => name)).toEqual(['registrations']);
	});

	it('as the object alone', async () => {
		expect(await doneIn({ bodyStructure: 'bare' })).toMatchObject({
			...{ id: expect.any(String), type: 'DELIVERY', endStatus: 'DELIVERED', identifier: '2' },
			...{ tourId: expect.any(String), stopId: expect.any(String) },
		});
	});

	it('with nothing but an id', async () => {
		const id = expect.stringMatching(/^[0-9a-f]{24}$/);
		expect(await doneIn({ bodyStructure: 'minimal' })).toEqual({ id });
	});

	it('with other names', async () => {
		expect(await doneIn({ bodyStructure: 'otherNames' })).toMatchObject({
			route: { serviceCenterCode: 'ZWOLLE', courier: tour.driver },
			consignment: { externalId: '2', trackAndTraceCode: expect.any(String) },
			task: { deliveryStatus: 'DELIVERED' },
		});
	});

	it('as somebody has set them', async () => {
		const fixed = { _captured: [1, null, 'drie'] };
		expect(await doneIn({ fixedBodies: { ASSIGNMENT: fixed } })).toEqual(fixed);
	});
});

it.each([
	['TOUR', ['tour']],
	['STOP', ['address', 'stop', 'timeWindow', 'tour']],
	['SHIPMENT', ['address', 'shipment', 'timeWindow', 'tour']],
	['ASSIGNMENT', ['address', 'assignment', 'shipment', 'stop', 'timeWindow', 'tour']],
])('describe a %s', async (type, keys) => {
	const described = Object.keys((await doneIn({}, type)) as Dict);
	expect(described.filter((key) => key !== 'timestamp').sort()).toEqual(keys);
});

it.each([
	['offset', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+02:00$/],
	['local', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/],
	['epoch', /^\d{13}$/],
])('have times as %s', async (bodyTimes, pattern) => {
	const { timestamp, timeWindow } = (await doneIn({ bodyTimes })) as Dict & {
		timeWindow: { from: unknown };
	};
	expect([String(timestamp), String(timeWindow.from)]).toEqual([
		expect.stringMatching(pattern),
		expect.stringMatching(pattern),
	]);
});

it('have no times and no end status when set so', async () => {
	const settings = { bodyTimes: 'none', bodyEndStatus: false };
	const paths = keyPaths(await doneIn(settings));
	expect(paths).toContain('shipment.identifier');
	for (const gone of ['timestamp', 'timeWindow.from', 'assignment.endStatus']) {
		expect(paths).not.toContain(gone);
	}
});

it('of a type below the event are one each, or one with all', async () => {
	await company.subscribe('TOUR_PLANNED', 'STOP');
	await company.walked({ orders }, 'plan');
	const names = (): unknown[] =>
		company.receiver.bodies.map(({ address }) => (address as Dict).name);
	expect(names()).toEqual(['Magazijn Noord', 'Customer 1', 'Customer 2']);
	await company.settings({ smallerTypes: 'list' });
	company.receiver.received.length = 0;
	await company.walked({ orders }, 'plan');
	expect(texts()).toHaveLength(1);
	expect(JSON.parse(texts()[0] ?? '')).toMatchObject([
		{ address: { name: 'Magazijn Noord' } },
		{ address: { name: 'Customer 1' } },
		{ address: { name: 'Customer 2' } },
	]);
});

it('of a type above the event are one', async () => {
	await company.settings({ smallerTypes: 'list' });
	await company.subscribe('ASSIGNMENT_DONE', 'TOUR');
	await company.walked({ orders }, ...READY, 'done');
	expect(body()).toMatchObject({
		tour: {
			numberOfStops: 3,
			stops: [{ identifiers: ['1'] }, { identifiers: ['1'] }, { identifiers: ['2'] }],
		},
	});
	expect(texts()).toHaveLength(1);
});

it('tell the windows that planning has fixed', async () => {
	await company.subscribe('TOUR_PLANNED', 'ASSIGNMENT');
	await company.walked({ orders }, 'plan');
	// The pick-up has no wish of its own: it is first, at eight.
	expect(company.receiver.bodies).toMatchObject([
		{ timeWindow: { from: '2031-05-14T08:00:00.000Z', to: '2031-05-14T09:00:00.000Z' } },
		{ timeWindow: { from: '2031-05-14T09:00:00.000Z', to: '2031-05-14T12:30:00.000Z' } },
		{ timeWindow: { from: '2031-05-14T09:00:00.000Z', to: '2031-05-14T12:30:00.000Z' } },
	]);
});
