import { normalizeDetrackJob } from '../../../../nodes/Detrack/event/normalize';
import { detrackJobSchema } from '../../../../nodes/Detrack/event/schema';
import { expectWholeRow } from '../../../support/wholeRow';
import { type Body, change, eventOf, form, RECEIVED_AT, sample } from '../support';
import { EXPECTED_EVENTS } from './expectedEvents';

const COMPLETED = 'v2_completed.json';

describe('the samples', () => {
	it.each(Object.entries(EXPECTED_EVENTS))('%s', (name, expected) => {
		const { eventId, receivedAt, stateId, ...row } = eventOf(sample(name));
		expect(row).toEqual(expected);
		expect(receivedAt).toBe(RECEIVED_AT);
		expect([eventId, stateId].join()).toMatch(/^[0-9a-f]{32},[0-9a-f]{32}$/);
	});

	it.each([
		['v1_delivered.form.txt', 'v1_delivered.json'],
		['v2_completed.form.txt', COMPLETED],
	])('%s is the same event as %s', (formName, name) => {
		const { eventId, receivedAt, ...row } = eventOf(form(formName));
		const { eventId: same, receivedAt: arrived, ...expected } = eventOf(sample(name));
		expect([eventId, row]).toEqual([same, expected]);
	});

	it.each(Object.keys(EXPECTED_EVENTS))('%s fills every column of schema version 1', (name) => {
		expectWholeRow(eventOf(sample(name)));
	});

	it('have 24 different event ids', () => {
		const ids = Object.keys(EXPECTED_EVENTS).map((name) => eventOf(sample(name)).eventId);
		expect(new Set(ids).size).toBe(24);
	});
});

describe('the event id', () => {
	const original = eventOf(sample(COMPLETED)).eventId;
	const reversed = (body: Body): Body => Object.fromEntries(Object.entries(body).reverse());

	it.each([COMPLETED, 'v1_delivered.json', 'v1_scheduled.json'])(
		'of %s stays the same when it is sent again, later and with its keys in another order',
		(name) => {
			const later = { receivedAt: '2026-03-05T00:00:00.000Z', today: '2026-03-05' };
			expect(eventOf(reversed(sample(name)), later).eventId).toBe(eventOf(sample(name)).eventId);
		},
	);

	it('stays the same when only what has no part in the event differs', () => {
		const body = change(COMPLETED, { job_age: 2, tracking_link: 'https://trk.la/other' });
		expect(eventOf(body).eventId).toBe(original);
	});

	it.each<[string, Body]>([
		['the job', { id: '68f2a1c47b90de51c3b70b4e' }],
		['the status', { status: 'failed' }],
		['the attempt', { attempt: 2 }],
		['the day', { date: '2026-03-04' }],
		['the driver', { assign_to: 'Van 08' }],
		['the reason', { reason: 'No Recipient' }],
		['the proof', { pod_at: '2026-03-03T11:00:00.000+10:00' }],
		['the newest milestone', { milestones: [{ created_at: '2026-03-03T11:00:00.000+10:00' }] }],
	])('differs with %s', (_what, values) => {
		expect(eventOf(change(COMPLETED, values)).eventId).not.toBe(original);
	});

	it.each<[string, Body]>([
		['the D.O. number', { do: 'ORD-48220' }],
		['the day', { date: '2026-03-04' }],
		['the status', { status: 'Not Delivered' }],
		['the time', { time: '2026-03-03T10:49:34+10:00' }],
	])('of version 1 differs with %s', (_what, values) => {
		const name = 'v1_delivered.json';
		expect(eventOf(change(name, values)).eventId).not.toBe(eventOf(sample(name)).eventId);
	});

	it('tells a delivery from a collection of the same number and day', () => {
		const job = { do_number: 'A', date: '2026-03-03', status: 'completed' };
		const ids = ['Delivery', 'Collection'].map((type) => eventOf({ ...job, type }).eventId);
		expect(ids[0]).not.toBe(ids[1]);
	});

	it('tells a job that comes into its day from the same one scheduled before', () => {
		const name = 'v1_scheduled.json';
		const before = eventOf(sample(name), { today: '2026-03-08' });
		const onTheDay = eventOf(sample(name), { today: '2026-03-09' });
		expect([before.status, onTheDay.status]).toEqual(['scheduled', 'out_for_delivery']);
		expect(onTheDay.eventId).not.toBe(before.eventId);
	});

	it('tells a deletion from what it looks like', () => {
		const body = sample('v2_deleted.json');
		const told = eventOf(body, { onlyTrigger: 'deleted' }).eventId;
		expect(told).not.toBe(eventOf(body).eventId);
	});

	it('tells bodies without any number apart by all they hold', () => {
		const ids = [1, 2].map((run) => eventOf({ status: 'completed', run }).eventId);
		expect(ids[0]).not.toBe(ids[1]);
	});
});

describe("Detrack's traps", () => {
	it('reads the empty texts of version 1 as nothing', () => {
		const empty = Object.fromEntries(
			Object.keys(sample('v1_delivered.json')).map((key) => [key, '']),
		);
		const { eventId, receivedAt, stateId, ...row } = eventOf({ ...empty, do: 'A' });
		const filled = Object.entries(row).filter(([, value]) => value !== null);
		expect(Object.fromEntries(filled)).toEqual({
			provider: 'detrack',
			event: 'unknown',
			status: 'unknown',
			outcome: 'pending',
			isFinal: false,
			reference: 'A',
			jobType: 'delivery',
			photoUrls: [],
			items: [],
			changedFields: [],
		});
	});

	it('reads a collection of version 1 by the keys of its views', () => {
		const { delivery_time, deliver_to, received_by, ...rest } = sample('v1_delivered.json');
		const body = {
			...rest,
			collection_time: '09:00 AM - 10:00 AM',
			collect_from: 'Oak Store',
			sent_by: 'J. Oak',
		};
		expect(eventOf(body)).toMatchObject({
			jobType: 'collection',
			recipientName: 'Oak Store',
			receivedBy: 'J. Oak',
			windowFrom: '2026-03-03T09:00:00',
			windowTo: '2026-03-03T10:00:00',
		});
	});

	it('does not know the type of a version 1 job that has the keys of neither', () => {
		expect(eventOf({ do: 'A', status: 'Delivered' }).jobType).toBeNull();
	});

	it.each<[string, Body, string | null, string | null]>([
		[
			'with a dash',
			{ time_window: '0900 – 1100 hrs' },
			'2026-03-03T09:00:00',
			'2026-03-03T11:00:00',
		],
		['of one time', { time_window: '09:00' }, '2026-03-03T09:00:00', '2026-03-03'],
		['in words', { time_window: 'after-hours' }, '2026-03-03', '2026-03-03'],
		[
			'with a day of its own',
			{ time_window: '2026-03-05 09:00' },
			'2026-03-05T09:00:00',
			'2026-03-03',
		],
		['of three times', { time_window: '9-10-11' }, '2026-03-03', '2026-03-03'],
		[
			'in two keys',
			{ time_window_from: '09:00', time_window_to: '11:00', time_window: 'x' },
			'2026-03-03T09:00:00',
			'2026-03-03T11:00:00',
		],
		[
			'in two keys that say nothing, beside one in words',
			{ time_window_from: '', time_window_to: 'soon', time_window: '9am to 12pm' },
			'2026-03-03T09:00:00',
			'2026-03-03T12:00:00',
		],
		[
			'in two keys, over midnight',
			{ time_window_from: '10 PM', time_window_to: '2 AM' },
			'2026-03-03T22:00:00',
			'2026-03-04T02:00:00',
		],
		[
			'in two keys with instants',
			{ time_window_from: '2026-03-03T09:00:00Z', time_window_to: '2026-03-03T11:00:00Z' },
			'2026-03-03T09:00:00Z',
			'2026-03-03T11:00:00Z',
		],
		['without a day', { date: null, time_window: '9:00 - 11:00' }, null, null],
		['that is missing, with the day', { date: null }, null, null],
	])('reads a time window %s', (_form, values, windowFrom, windowTo) => {
		expect(eventOf(change(COMPLETED, values))).toMatchObject({ windowFrom, windowTo });
	});

	it.each<[string, Body, string | null]>([
		['the instant', {}, '2026-03-03T10:49:33.871+10:00'],
		['a clock as one of its day', { pod_at: null }, '2026-03-03T10:49:00'],
		['no clock of no day', { pod_at: null, date: null }, null],
		['no words', { pod_at: 'in the morning', pod_time: 'noonish' }, null],
		['nothing', { pod_at: null, pod_time: null }, null],
	])('gives as time of the proof %s', (_what, values, proofAt) => {
		expect(eventOf(change(COMPLETED, values)).proofAt).toBe(proofAt);
	});

	it('falls back from milestones to the time that belongs to the status', () => {
		const without = { milestones: null };
		expect(eventOf(change(COMPLETED, without)).occurredAt).toBe('2026-03-03T10:49:33.871+10:00');
		expect(eventOf(change('v2_info_received.json', without)).occurredAt).toBe(
			'2026-03-02T08:15:22.417+10:00',
		);
		expect(eventOf(change('v2_on_hold.json', without)).occurredAt).toBeNull();
	});

	it.each([
		['texts', '-27.449871', '153.046215', -27.449871, 153.046215],
		['numbers', -27.449871, 153.046215, -27.449871, 153.046215],
		['empty texts', '', '', null, null],
		['half', -27.449871, '', null, null],
		['out of range', 153.046215, -27.449871, null, null],
	])('reads places in %s', (_form, latitude, longitude, expectedLatitude, expectedLongitude) => {
		const row = eventOf(
			change(COMPLETED, {
				pod_lat: latitude,
				pod_lng: longitude,
				address_lat: latitude,
				address_lng: longitude,
			}),
		);
		expect([row.proofLatitude, row.proofLongitude]).toEqual([expectedLatitude, expectedLongitude]);
		expect([row.latitude, row.longitude]).toEqual([expectedLatitude, expectedLongitude]);
	});

	it('takes the place that Detrack found for the address where none was given', () => {
		const row = eventOf(change(COMPLETED, { geocoded_lat: -27.4, geocoded_lng: 153 }));
		expect([row.latitude, row.longitude]).toEqual([-27.4, 153]);
	});

	it('collects photos of the job and of its items, each once', () => {
		const row = eventOf(
			change(COMPLETED, {
				photo_1_file_url: 'https://files.example.com/1.jpg',
				photo_2_file_url: '',
				photo_10_file_url: 'https://files.example.com/10.jpg',
				items: [
					{ photo_url: 'https://files.example.com/item.jpg' },
					{ photo_url: 'https://files.example.com/1.jpg' },
				],
			}),
		);
		expect(row.photoUrls).toEqual([
			'https://files.example.com/1.jpg',
			'https://files.example.com/10.jpg',
			'https://files.example.com/item.jpg',
		]);
	});

	it("takes the signature on the recipient's own device where there is no other", () => {
		const url = 'https://files.example.com/device.png';
		const body = change(COMPLETED, {
			signature_file_url: null,
			recipient_sender_device_signature_file_url: url,
		});
		expect(eventOf(body).signatureUrl).toBe(url);
	});

	it.each<[string, Body, string | null]>([
		['both names', { deliver_to_collect_from: 'Ali', last_name: 'Ali' }, 'Ali Ali'],
		['the company', { deliver_to_collect_from: '', company_name: 'Oak Store' }, 'Oak Store'],
		['nobody', { deliver_to_collect_from: null }, null],
	])('names as recipient %s', (_what, values, recipientName) => {
		expect(eventOf(change(COMPLETED, values)).recipientName).toBe(recipientName);
	});

	it.each<[string, Body, string | null]>([
		[
			'of several lines',
			{ address: '18 Harbour\r\nView Road\n\nNewstead' },
			'18 Harbour, View Road, Newstead',
		],
		[
			'in parts',
			{
				address: null,
				address_1: 'Unit 5',
				address_2: '14 Banksia St',
				city: 'Geelong',
				state: 'VIC',
				postal_code: 3220,
				country: 'Australia',
			},
			'Unit 5, 14 Banksia St, Geelong, VIC 3220, Australia',
		],
	])('gives an address %s in one line', (_form, values, address) => {
		expect(eventOf(change(COMPLETED, values)).address).toBe(address);
	});

	it.each<[string, Body, string | null]>([
		['a number', { payment_amount: 12.5 }, '12.5'],
		['nothing to pay', { payment_amount: 0 }, '0'],
		['a text', { payment_amount: '12.50' }, '12.50'],
		['the invoice', { invoice_amount: '99.90' }, '99.90'],
		['words', { payment_amount: 'cash' }, null],
	])('gives as amount %s', (_what, values, amount) => {
		expect(eventOf(change(COMPLETED, values))).toMatchObject({ amount, currency: null });
	});

	it('gives ratings, comments and groups', () => {
		const body = change(COMPLETED, {
			goods_service_rating: 4,
			driver_rating: 5,
			customer_feedback: 'Quick',
			group_name: 'North',
			tracking_number: 5521,
		});
		expect(eventOf(body)).toMatchObject({
			rating: 4,
			customerComment: 'Quick',
			account: 'North',
			trackingNumber: '5521',
		});
		expect(eventOf({ ...body, goods_service_rating: null }).rating).toBe(5);
	});

	it('counts items that are not listed as Detrack counts them', () => {
		expect(eventOf(change(COMPLETED, { items: [], items_count: 7 })).itemCount).toBe(7);
		expect(eventOf(change(COMPLETED, { items_count: null })).itemCount).toBe(2);
		expect(eventOf({ id: '1' }).itemCount).toBeNull();
	});

	it('survives every key being of another type', () => {
		const odd = Object.keys(sample(COMPLETED)).map((key) => [key, [{ odd: key }]] as const);
		const row = eventOf({ ...Object.fromEntries(odd), do_number: 5 });
		expect(row).toMatchObject({ reference: '5', jobId: null, status: 'unknown' });
		expectWholeRow(row);
	});
});

describe('a job of the API', () => {
	const job = detrackJobSchema.parse(sample('v2_failed.json'));

	it('has the same columns as its event', () => {
		const { event, previousStatus, changedFields, providerEvent, ...columns } =
			EXPECTED_EVENTS['v2_failed.json'] ?? {};
		const { stateId } = eventOf(sample('v2_failed.json'));
		expect(normalizeDetrackJob(job)).toEqual({ ...columns, stateId, eventName: null });
	});

	it('knows whether its day is to come only when it is told what day it is', () => {
		const unknown = detrackJobSchema.parse({
			do_number: 'A',
			status: 'dispatched',
			assign_to: 'Van 07',
			date: '2026-03-04',
		});
		expect(normalizeDetrackJob(unknown).status).toBe('out_for_delivery');
		expect(normalizeDetrackJob(unknown, '2026-03-03').status).toBe('scheduled');
	});
});
