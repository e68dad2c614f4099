import { normalizeRoutigoOrder } from '../../../../nodes/Routigo/event/normalize';
import { routigoWebhook } from '../../../../nodes/Routigo/trigger/webhook';
import type { DeliveryEvent } from '../../../../nodes/shared/event/deliveryEvent';
import { fixture } from '../../../support/fixtures';
import { expectWholeRow } from '../../../support/wholeRow';

const RECEIVED_AT = '2099-05-14T00:00:00.000Z';

function eventOf(event: string | null, type: string | null, body: Record<string, unknown>) {
	const payload = { event, type, body };
	return routigoWebhook.normalize(payload, routigoWebhook.classify(payload), RECEIVED_AT);
}

const assignment = (body: Record<string, unknown>) =>
	eventOf('ASSIGNMENT_DONE', 'ASSIGNMENT', body);

describe('the status after each trigger', () => {
	it.each([
		['TOUR_PLANNED', 'scheduled'],
		['TOUR_ASSIGNED', 'assigned'],
		['TOUR_UNASSIGNED', 'unknown'],
		['TOUR_STARTED', 'out_for_delivery'],
		['TOUR_FINISHED', 'unknown'],
		['STOP_ARRIVED', 'arriving'],
		['ASSIGNMENT_ARRIVED', 'arriving'],
		['STOP_DONE', 'delivered'],
		['SHIPMENT_DONE', 'delivered'],
		['ASSIGNMENT_DONE', 'delivered'],
		['TOUR_PAUSED', 'unknown'],
		[null, 'unknown'],
	])('%s: %s', (event, status) => {
		expect(eventOf(event, 'TOUR', { some: 'thing' }).status).toBe(status);
	});

	it.each([
		['the default', { endStatus: 'DELIVERED' }, 'delivered', 'DELIVERED'],
		['another one', { endStatus: 'NOT_AT_HOME' }, 'attempt_failed', 'NOT_AT_HOME'],
		['one deeper inside', { assignment: { end_status: 'REFUSED' } }, 'attempt_failed', 'REFUSED'],
		['an empty one', { endStatus: null }, 'delivered', null],
		[
			'one of several assignments',
			{ assignments: [{ endStatus: 'DELIVERED' }, { endStatus: 'REFUSED' }] },
			'attempt_failed',
			'DELIVERED, REFUSED',
		],
	])('what is done has as its end status %s', (_what, body, status, word) => {
		expect(assignment(body)).toMatchObject({ status, providerStatus: word });
	});

	it('does not call it done before it is', () => {
		const event = eventOf('ASSIGNMENT_ARRIVED', 'ASSIGNMENT', { endStatus: 'DELIVERED' });
		expect(event).toMatchObject({ status: 'arriving', isFinal: false });
	});
});

describe('a body that nobody knows', () => {
	it.each([{ a: 1 }, { '': [] }, { id: null }, { id: { id: { id: {} } } }, { address: [] }])(
		'makes a whole row: %j',
		(body) => {
			const row = assignment(body);
			expectWholeRow(row);
			const { jobId, reference, address, recipientName } = row;
			expect([jobId, reference, address, recipientName]).toEqual([null, null, null, null]);
		},
	);
});

describe('what is found under plausible names', () => {
	it('fills the columns of a flat body', () => {
		const expected: Partial<DeliveryEvent> = {
			jobId: 'a-1',
			reference: '48213',
			orderNumber: 'INV-7',
			trackingNumber: 'QX7T2M9L',
			trackingUrl: 'https://tracking.routigo.com/?trackingCode=QX7T2M9L',
			jobType: 'delivery',
			recipientName: 'Femke Oosterhof',
			recipientPhone: '+31381234567',
			recipientEmail: 'femke@example.test',
			address: 'Korenbloemlaan 27 B, 8043XX Zwolle, NL',
			postCode: '8043XX',
			city: 'Zwolle',
			country: 'NL',
			latitude: 52.51,
			longitude: 6.08,
			driverId: '7',
			driverName: 'Bram',
			routeId: 't-9',
			routeName: 'Zwolle North',
			windowFrom: '2099-05-14T09:00:00',
			windowTo: '2099-05-14T12:30:00',
			occurredAt: '2099-05-14T10:11:12+02:00',
			proofAt: '2099-05-14T10:11:00+02:00',
			note: 'Left with neighbour',
			photoUrls: ['https://files.example.test/1.jpg'],
			account: 'ZWOLLE',
		};
		expect(
			assignment({
				assignmentId: 'a-1',
				id: 'another',
				identifier: 48213,
				orderNumber: 'INV-7',
				trackingCode: 'QX7T2M9L',
				assignmentType: 'DELIVERY',
				recipientName: 'Femke Oosterhof',
				phone: '+31381234567',
				email: 'femke@example.test',
				streetName: 'Korenbloemlaan',
				houseNumber: 27,
				houseNumberAddition: 'B',
				postcode: '8043XX',
				cityName: 'Zwolle',
				countryCode: 'NL',
				latitude: '52.51',
				longitude: 6.08,
				driverId: 7,
				driverName: 'Bram',
				tourId: 't-9',
				tourName: 'Zwolle North',
				windowFrom: '2099-05-14T09:00',
				windowTo: '2099-05-14T12:30',
				timestamp: '2099-05-14T10:11:12+02:00',
				completedAt: '2099-05-14T10:11:00+02:00',
				comment: 'Left with neighbour',
				photos: ['https://files.example.test/1.jpg', 'file:///etc/passwd'],
				serviceCentre: 'ZWOLLE',
			}),
		).toMatchObject(expected);
	});

	it('looks up to three objects deep, and no deeper', () => {
		expect(assignment({ a: { b: { reference: 'R' } } }).reference).toBe('R');
		expect(assignment({ a: { b: { c: { reference: 'R' } } } }).reference).toBeNull();
	});

	it('prefers what stands nearer to the top', () => {
		expect(assignment({ order: { reference: 'deep' }, reference: 'top' }).reference).toBe('top');
	});

	it('makes no difference of capitals and signs', () => {
		expect(assignment({ Order_Number: 'N', 'TRACKING-CODE': 'C' })).toMatchObject({
			orderNumber: 'N',
			trackingNumber: 'C',
		});
	});

	it('does not take the name of the driver for that of the customer', () => {
		const driver = { id: 7, name: 'Bram', phone: '+31600000000', email: 'bram@example.test' };
		expect(assignment({ driver })).toMatchObject({
			jobId: null,
			recipientName: null,
			recipientPhone: null,
			recipientEmail: null,
			driverId: '7',
			driverName: 'Bram',
		});
	});

	it('does not take the place of pick-up for that of delivery', () => {
		const [order] = fixture('routigo/upload-request.json') as unknown as Array<
			Record<string, unknown>
		>;
		const { pickupLocation, ...rest } = order ?? {};
		expect(assignment({ pickupLocation, ...rest })).toMatchObject({
			recipientName: 'Femke Oosterhof',
			city: 'Zwolle',
		});
	});

	it('takes nothing from one of several, but everything from the only one', () => {
		const stop = (name: string) => ({ address: { city: name }, recipientName: name });
		const both = eventOf('TOUR_PLANNED', 'TOUR', { stops: [stop('Zwolle'), stop('Meppel')] });
		expect([both.city, both.recipientName]).toEqual([null, null]);
		const one = eventOf('TOUR_PLANNED', 'TOUR', { stops: [stop('Zwolle')] });
		expect([one.city, one.recipientName]).toEqual(['Zwolle', 'Zwolle']);
	});

	it.each([
		['TOUR', { id: 't', name: 'North' }, { jobId: null, routeId: 't', routeName: 'North' }],
		['TOUR', { tour: { id: 't', name: 'N' } }, { jobId: null, routeId: 't', routeName: 'N' }],
		['STOP', { id: 's', tour: { id: 't' } }, { jobId: 's', routeId: 't' }],
		['STOP', { stop: { id: 's' }, id: 'x' }, { jobId: 's', routeId: null }],
		['SHIPMENT', { shipmentId: 's', id: 'x' }, { jobId: 's' }],
		['ASSIGNMENT', { driver: { id: 'd' } }, { jobId: null, driverId: 'd' }],
	])('tells by the type %s whose id %j holds', (type, body, expected) => {
		expect(eventOf('TOUR_STARTED', type, body)).toMatchObject(expected);
	});

	it.each([
		['2099-05-14T10:11:12Z', '2099-05-14T10:11:12Z'],
		['2099-05-14 10:11', '2099-05-14T10:11:00'],
		['10:11', null],
		[1893456000000, '2030-01-01T00:00:00.000Z'],
		['yesterday', null],
		[1893456000, '2030-01-01T00:00:00.000Z'],
		['1893456000', '2030-01-01T00:00:00.000Z'],
	])('reads the time %p as %p', (timestamp, occurredAt) => {
		expect(assignment({ timestamp }).occurredAt).toBe(occurredAt);
	});

	it.each([
		[{ latitude: 91, longitude: 6 }, null],
		[{ lat: 52.5 }, null],
		[{ location: { lat: 52.5, lng: 6.1 } }, 52.5],
	])('reads the coordinates in %j', (body, latitude) => {
		expect(assignment(body).latitude).toBe(latitude);
	});

	it('does not look through a body of very many keys to its end', () => {
		const body = Object.fromEntries(Array.from({ length: 20_000 }, (_v, at) => [`k${at}`, at]));
		expect(assignment({ ...body, reference: 'R' }).reference).toBeNull();
		expect(assignment({ reference: 'R', ...body }).reference).toBe('R');
	});
});

describe('an order that is uploaded', () => {
	const [full, short] = fixture('routigo/upload-request.json') as unknown as [
		Record<string, unknown>,
		Record<string, unknown>,
	];

	it('becomes a row of what was sent', () => {
		expect(normalizeRoutigoOrder(full)).toMatchObject({
			status: 'created',
			outcome: 'pending',
			reference: '48213',
			jobId: null,
			jobType: 'delivery',
			recipientName: 'Femke Oosterhof',
			address: 'Korenbloemlaan 27 B, 8043XX Zwolle, NL',
			windowFrom: '2099-05-14T09:00:00',
			windowTo: '2099-05-14T12:30:00',
		});
	});

	it('has no window when none was given', () => {
		expect(normalizeRoutigoOrder(short)).toMatchObject({ windowFrom: null, windowTo: null });
	});
});
