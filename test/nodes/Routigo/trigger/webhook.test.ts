import { tagParameters } from '../../../../nodes/Routigo/event/urlTags';
import { routigoWebhook } from '../../../../nodes/Routigo/trigger/webhook';
import { fixture } from '../../../support/fixtures';

const DONE = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };
const PLANNED = { event: 'TOUR_PLANNED', type: 'TOUR' };
const BODY = { id: 'a-1', endStatus: 'DELIVERED', registrations: { parcels: 2 } };
const EXPECTED = 'RoutiGo sends a JSON object or a list of them.';

/** What a body holds that comes to the URL of a subscription, or to one that lost its tags. */
function received(body: unknown, tags: typeof DONE | null = DONE) {
	const reading = routigoWebhook.read(body, tags === null ? {} : tagParameters(tags));
	if ('expected' in reading) throw new Error(reading.expected);
	return reading.received;
}

/** The delivery events of such a body. */
function eventsOf(body: unknown, tags: typeof DONE | null = DONE) {
	return received(body, tags).map(({ payload }) =>
		routigoWebhook.normalize(payload, routigoWebhook.classify(payload), '2026-03-03T01:00:00.000Z'),
	);
}

describe('a notification', () => {
	it('takes event and status from its tags', () => {
		expect(eventsOf(BODY)).toEqual([
			expect.objectContaining({
				provider: 'routigo',
				event: 'status_changed',
				status: 'delivered',
				jobId: 'a-1',
				providerEvent: 'ASSIGNMENT_DONE',
			}),
		]);
	});

	it('without tags is of no known event', () => {
		expect(eventsOf(BODY, null)).toMatchObject([
			{ event: 'unknown', status: 'unknown', jobId: 'a-1', providerEvent: null },
		]);
	});

	it.each([
		['an empty body', undefined],
		['a text', 'hello'],
		['a number', 7],
		['null', null],
		['a list of texts', ['hello']],
		['a list in which one is a text', [BODY, 'hello']],
	])('is not %s', (_what, body) => {
		expect(routigoWebhook.read(body, tagParameters(DONE))).toEqual({ expected: EXPECTED });
	});

	it.each([[[]], [{}], [[{}]], [[{}, {}]]])('is not in %j', (body) => {
		expect(received(body)).toEqual([]);
	});

	it('is each member of a list that is not empty', () => {
		const body = [BODY, { ...BODY, id: 'a-2', endStatus: 'NOT_AT_HOME' }, {}];
		expect(eventsOf(body).map(({ jobId, status }) => [jobId, status])).toEqual([
			['a-1', 'delivered'],
			['a-2', 'attempt_failed'],
		]);
	});

	it('passes its body through untouched', () => {
		const body = { _unknown: [1, null, 'drie'], nested: { list: [{}] } };
		expect(received(body).map(({ original }) => original)).toEqual([body]);
	});
});

describe('the eventId', () => {
	const idOf = (body: unknown, tags = DONE) => eventsOf(body, tags)[0]?.eventId;

	it('stays when the same notification is sent again', () => {
		const reordered = { registrations: { parcels: 2 }, endStatus: 'DELIVERED', id: 'a-1' };
		expect(idOf(BODY)).toMatch(/^[0-9a-f]{32}$/);
		expect(idOf(reordered)).toBe(idOf(BODY));
	});

	it('is another one when the driver has changed the registrations', () => {
		const corrected = { ...BODY, registrations: { parcels: 3 } };
		expect(idOf(corrected)).not.toBe(idOf(BODY));
	});

	it('is another one for another event or type of the same body', () => {
		const ids = [
			idOf(BODY),
			idOf(BODY, { ...DONE, type: 'STOP' }),
			idOf(BODY, { ...DONE, event: 'ASSIGNMENT_ARRIVED' }),
		];
		expect(new Set(ids).size).toBe(3);
	});
});

describe('the older notification of a planned route', () => {
	const body = fixture('routigo/v1-notification-route-planned-route.json');

	it('gives an item for each leg', () => {
		const events = eventsOf(body, PLANNED);
		expect(events).toMatchObject([
			{
				event: 'route_planned',
				status: 'scheduled',
				reference: '48213',
				trackingNumber: 'QX7T2M9L',
				trackingUrl: 'https://tracking.routigo.com/?trackingCode=QX7T2M9L',
				providerEvent: 'TOUR_PLANNED',
			},
			{
				event: 'route_planned',
				reference: '48219',
				trackingNumber: 'HB4W8K1R',
				trackingUrl: 'https://tracking.routigo.com/?trackingCode=HB4W8K1R',
			},
		]);
		const [first, second] = events;
		expect(first?.eventId).not.toBe(second?.eventId);
	});

	it('is not believed which event it is of', () => {
		const tours = eventsOf(body, { event: 'TOUR_FINISHED', type: 'TOUR' });
		expect(tours.map(({ event, providerEvent }) => [event, providerEvent])).toEqual([
			['route_finished', 'TOUR_FINISHED'],
			['route_finished', 'TOUR_FINISHED'],
		]);
		expect(eventsOf(body, null).map(({ event }) => event)).toEqual(['unknown', 'unknown']);
	});

	it('keeps each leg apart in the original', () => {
		expect(received(body, PLANNED)[1]?.original).toEqual({
			eventType: 'ROUTE_PLANNED',
			journey: { tourLegs: [{ parcelId: '48219_d', trackingCode: 'HB4W8K1R' }] },
		});
	});

	it.each([
		['48213_d', '48213'],
		['48213_d_2', '48213'],
		['48213', null],
		['_d', null],
		[48213, null],
		[null, null],
	])('takes from the parcelId %p the order %p', (parcelId, reference) => {
		const events = eventsOf({ journey: { tourLegs: [{ parcelId }] } }, PLANNED);
		expect(events.map((event) => event.reference)).toEqual([reference]);
	});

	it('without legs is one item', () => {
		expect(eventsOf({ eventType: 'ROUTE_PLANNED', journey: { tourLegs: [] } })).toHaveLength(1);
	});
});
