import type { TriggerCase } from '../case';

type Values = Record<string, unknown>;

const milestone = (status: string, time: string, more: Values = {}): Values => ({
	status,
	assign_to: 'Driver One',
	reason: null,
	pod_at: `2020-01-16T${time}+08:00`,
	created_at: `2020-01-16T${time}+08:00`,
	user_name: 'x',
	...more,
});

const CREATED = milestone('info_recv', '14:35:34.771', { assign_to: null });
const OUT = milestone('out_for_delivery', '14:40:00.000');
const HEADING = milestone('head_to_delivery', '14:50:00.000');
const ARRIVED = milestone('arrived', '14:58:00.000');

/** A delivery of version 2 on its way, with other values. */
const job = (values: Values): Values => ({
	id: '5e0000000000000000000001',
	type: 'Delivery',
	primary_job_status: 'dispatched',
	do_number: 'D123',
	attempt: 1,
	date: '2020-01-16',
	time_window: null,
	address: '1 Example Road',
	assign_to: 'Driver One',
	status: 'dispatched',
	tracking_status: 'Out for delivery',
	reason: null,
	carrier: '',
	pod_time: null,
	pod_lat: '',
	pod_lng: '',
	pod_at: null,
	head_to_delivery_at: null,
	items: [],
	milestones: [CREATED, OUT],
	...values,
});

/** A call about such a job, and what its row has. */
const read = (what: string, values: Values, row: TriggerCase['row']): TriggerCase => ({
	what,
	call: { body: job(values) },
	...(row && { row }),
});

/** A status that only newer dashboards have. */
const word = (status: string, expected: string, values: Values = {}): TriggerCase =>
	read(
		`the status "${status}"`,
		{
			status,
			primary_job_status: status,
			tracking_status: status,
			milestones: [CREATED],
			...values,
		},
		{ status: expected, providerStatus: status },
	);

const DRIVER_IS_THERE = { event: 'driver_arriving', status: 'arriving' };
const atTheDoor = {
	head_to_delivery_at: HEADING.created_at,
	milestones: [CREATED, OUT, HEADING, ARRIVED],
};
const onlyEvents = (...events: string[]) => ({ events });

const events: readonly TriggerCase[] = [
	read(
		'an arrival by milestone and time',
		{ ...atTheDoor, arrived_at: ARRIVED.created_at, arrived_lat: 1.29, arrived_lng: 103.85 },
		{ ...DRIVER_IS_THERE, occurredAt: '2020-01-16T14:58:00.000+08:00' },
	),
	read('an arrival by milestone alone', atTheDoor, DRIVER_IS_THERE),
	read(
		'an arrival by time alone',
		{ arrived_at: '2020-01-16T14:58:00.000+08:00' },
		DRIVER_IS_THERE,
	),
	read('an arrival by a time of day', { arrived_at: '02:58 PM' }, DRIVER_IS_THERE),
	{
		what: 'no arrival as In Progress',
		call: { body: job(atTheDoor), parameters: onlyEvents('inProgress') },
		rows: 0,
	},
	{
		what: 'no arrival as Heading To',
		call: { body: job(atTheDoor), parameters: onlyEvents('headingTo') },
		rows: 0,
	},
	{
		what: 'an arrival as Arrived',
		call: { body: job(atTheDoor), parameters: onlyEvents('arrived') },
		row: DRIVER_IS_THERE,
	},
	read(
		'a job that was handed out again after an arrival',
		{ arrived_at: '2020-01-16T14:30:00.000+08:00' },
		{ event: 'status_changed', status: 'out_for_delivery' },
	),
	word('arrived', 'arriving'),
	word('Arrived', 'arriving'),
	word('at_warehouse', 'in_transit'),
	word('At Warehouse', 'in_transit'),
	word('cancelled', 'cancelled'),
	word('Canceled', 'cancelled'),
	word('out_for_delivery', 'out_for_delivery'),
	word('Out for Delivery', 'out_for_delivery'),
	word('out_for_collection', 'out_for_delivery', { type: 'Collection' }),
	word('head_to_pick_up', 'assigned'),
	word('Heading to Pick Up', 'arriving', { type: 'Collection' }),
	word('head_to_delivery', 'arriving'),
	word('Heading to Delivery', 'arriving'),
	word('picked_up', 'picked_up'),
	word('scheduled', 'scheduled'),
	word('waiting_for_customs', 'unknown'),
	read(
		'a tracking status of a newer dashboard',
		{ tracking_status: 'Heading to Delivery' },
		DRIVER_IS_THERE,
	),
];

const versionOne = (values: Values): Values => ({
	date: '2026-11-26',
	address: 'a',
	do: 'DO2',
	time: '2026-11-26T09:00:00+08:00',
	image: 0,
	view_image_url: '',
	...values,
});

const collections: readonly TriggerCase[] = [
	{
		what: 'a collection of version 1',
		call: {
			body: versionOne({
				collection_time: '9-10',
				collect_from: 'C',
				sent_by: 'S',
				status: 'Collected',
			}),
		},
		row: { jobType: 'collection', receivedBy: 'S', recipientName: 'C', status: 'delivered' },
	},
	{
		what: 'a collection of version 1 beside empty keys of deliveries',
		call: {
			body: versionOne({
				delivery_time: '',
				deliver_to: '',
				received_by: '',
				collection_time: '9am to 10am',
				collect_from: 'C',
				sent_by: 'S',
				status: 'Not Collected',
			}),
		},
		row: {
			jobType: 'collection',
			receivedBy: 'S',
			recipientName: 'C',
			status: 'attempt_failed',
			windowFrom: '2026-11-26T09:00:00',
			windowTo: '2026-11-26T10:00:00',
		},
	},
	{
		what: 'a collection of version 1 by its label alone',
		call: { body: versionOne({ deliver_to: 'C', status: 'Partially Collected' }) },
		row: { jobType: 'collection', recipientName: 'C', status: 'partially_delivered' },
	},
	{
		what: 'a delivery of version 1 beside empty keys of collections',
		call: {
			body: versionOne({ deliver_to: 'D', collect_from: '', sent_by: '', status: 'Delivered' }),
		},
		row: { jobType: 'delivery', recipientName: 'D', status: 'delivered' },
	},
];

const failed = { status: 'failed', tracking_status: 'Failed' };
const FAILED = milestone('failed', '15:00:01.000', { reason: 'No Recipient' });

const reasons: readonly TriggerCase[] = [
	read(
		'a reason that only the newest milestone has',
		{ ...failed, milestones: [CREATED, FAILED] },
		{ status: 'attempt_failed', reason: 'No Recipient' },
	),
	read(
		'a reason of the job before that of the milestone',
		{ ...failed, reason: 'Closed', milestones: [CREATED, FAILED] },
		{ reason: 'Closed' },
	),
	read(
		'a reason to wait',
		{
			status: 'on_hold',
			milestones: [milestone('on_hold', '15:00:00.000', { reason: 'Stocktaking' })],
		},
		{ status: 'on_hold', reason: 'Stocktaking' },
	),
	read(
		'a reason to go back, in other words',
		{
			status: 'return',
			milestones: [milestone('Returned', '15:00:00.000', { reason: 'Refused' })],
		},
		{ status: 'returned', reason: 'Refused' },
	),
	read(
		'no reason of an earlier attempt, once done',
		{ status: 'completed', milestones: [FAILED, milestone('completed', '16:00:00.000')] },
		{ status: 'delivered', reason: null },
	),
	read(
		'no reason of an earlier failure',
		{ ...failed, milestones: [FAILED, milestone('failed', '16:00:00.000')] },
		{ status: 'attempt_failed', reason: null },
	),
	read(
		'no reason of the last attempt while on the way again',
		{ milestones: [FAILED] },
		{ status: 'out_for_delivery', reason: null },
	),
];

const money = (payment_amount: unknown, invoice_amount: unknown, amount: string | null) =>
	read(
		`money: ${JSON.stringify(payment_amount)} beside ${JSON.stringify(invoice_amount)}`,
		{ payment_amount, invoice_amount },
		{ amount, currency: null },
	);

const place = (what: string, values: Values, row: TriggerCase['row']) =>
	read(`a place: ${what}`, values, row);

const numbers: readonly TriggerCase[] = [
	money('$50.00', '1250.00', null),
	money('1,250.00', '99.00', null),
	money('50,00', '1250.00', null),
	money('SGD 50', '99.00', null),
	money('to be agreed', '99.00', null),
	money({ value: 50 }, '99.00', null),
	money('', '99.90', '99.90'),
	money('  ', 12.5, '12.5'),
	money(null, '$99', null),
	money('50.00', '99.00', '50.00'),
	money(0, '99.00', '0'),
	read(
		'no rating of the driver as one of the goods',
		{ goods_service_rating: 'good', driver_rating: 5 },
		{ rating: null },
	),
	read(
		'a rating of the driver where the goods have none',
		{ goods_service_rating: '', driver_rating: '5' },
		{ rating: 5 },
	),
	place(
		'0,0 in texts',
		{ pod_lat: '0.0', pod_lng: '0' },
		{ proofLatitude: null, proofLongitude: null },
	),
	place('0,0 in numbers', { address_lat: 0, address_lng: 0 }, { latitude: null, longitude: null }),
	place(
		'0,0 beside the one that Detrack found',
		{ address_lat: '0', address_lng: '0', geocoded_lat: 1.29, geocoded_lng: 103.85 },
		{ latitude: 1.29, longitude: 103.85 },
	),
	place(
		'on the equator',
		{ pod_lat: '0', pod_lng: '103.85' },
		{ proofLatitude: 0, proofLongitude: 103.85 },
	),
];

/** A time window in words on 3 March 2099. */
const window = (time_window: string, windowFrom: string, windowTo: string): TriggerCase =>
	read(
		`the time window "${time_window}"`,
		{ date: '2099-03-03', time_window },
		{ windowFrom, windowTo },
	);

const times: readonly TriggerCase[] = [
	window('9am to 12pm', '2099-03-03T09:00:00', '2099-03-03T12:00:00'),
	window('09:00~12:00', '2099-03-03T09:00:00', '2099-03-03T12:00:00'),
	window('22:00 - 02:00', '2099-03-03T22:00:00', '2099-03-04T02:00:00'),
	window('10:00 to 14:00 (call -30 min)', '2099-03-03', '2099-03-03'),
	window('2026-03-03T09:00 - 2026-03-03T11:00', '2026-03-03T09:00:00', '2026-03-03T11:00:00'),
	window('0900 – 1100 hrs', '2099-03-03T09:00:00', '2099-03-03T11:00:00'),
	window('between 2pm and 4.30pm', '2099-03-03T14:00:00', '2099-03-03T16:30:00'),
	window('any time, ring first', '2099-03-03', '2099-03-03'),
	read(
		'a time window in two fields',
		{ date: '2099-03-03', time_window_from: '9:00 AM', time_window_to: '1:30 PM' },
		{ windowFrom: '2099-03-03T09:00:00', windowTo: '2099-03-03T13:30:00' },
	),
	read('a proof by the clock', { pod_time: '03:00 PM' }, { proofAt: '2020-01-16T15:00:00' }),
	read(
		'a proof by the clock where the instant is none',
		{ pod_at: 'today', pod_time: '1500' },
		{ proofAt: '2020-01-16T15:00:00' },
	),
	read('a proof in words', { pod_time: 'after lunch' }, { proofAt: null }),
	read('a planned arrival by the clock', { eta_time: '9.30' }, { eta: '2020-01-16T09:30:00' }),
	read(
		'a live arrival before the planned one',
		{ eta_time: '9.30', live_eta: '10:15 AM' },
		{ eta: '2020-01-16T10:15:00' },
	),
	read(
		'a milestone with seconds since 1970',
		{ milestones: [milestone('out_for_delivery', '', { created_at: 1579156800 })] },
		{ occurredAt: '2020-01-16T06:40:00.000Z' },
	),
];

const HALF = '\ud83d';

const oddities: readonly TriggerCase[] = [
	{
		what: 'an address with line breaks',
		call: {
			body: {
				id: 'l-1',
				do_number: 'L-1',
				address: '14 Banksia St,\u2028Geelong\u0085\nAustralia',
			},
		},
		row: { address: '14 Banksia St, Geelong, Australia' },
	},
	read('half an emoji in a number', { do_number: `T${HALF}` }, { reference: 'T\ufffd' }),
	read(
		'half an emoji in every text',
		{
			id: HALF,
			type: HALF,
			status: HALF,
			note: `a${HALF}b`,
			assign_to: HALF,
			milestones: [{ status: HALF, created_at: HALF }],
			[HALF]: HALF,
		},
		{ event: 'unknown', status: 'unknown', note: 'a\ufffdb' },
	),
	{
		what: 'half an emoji in a job without a number',
		call: { body: { note: HALF, [HALF]: { [HALF]: [HALF] } } },
		row: { event: 'unknown', note: '\ufffd' },
	},
	{
		what: 'half an emoji in a form',
		call: { body: { json: JSON.stringify(job({ note: `x${HALF}` })) } },
		row: { reference: 'D123', note: 'x\ufffd' },
	},
	{
		what: 'keys that objects have by themselves',
		call: {
			body: JSON.parse(
				'{"do_number":"D1","__proto__":{"a":1},"constructor":"x","toString":1}',
			) as unknown,
		},
		row: { reference: 'D1' },
	},
	read(
		'values that cannot become texts',
		{
			arrived_at: { toString: 1, valueOf: 2 },
			payment_amount: { toString: null },
			time_window: { toString: 1 },
			pod_lat: { toString: 1 },
			live_eta: [[]],
			items: [null, 'x', { sku: { toString: 1 } }],
			milestones: [null, 7, { status: { toString: 1 }, created_at: { toString: 1 } }],
		},
		{ reference: 'D123', amount: null, eta: null },
	),
];

const from = (allowedIps: string, ip: string, status: number): TriggerCase => ({
	what: `a call from ${ip} where ${JSON.stringify(allowedIps)} is allowed`,
	call: { body: job({}), ip, parameters: { options: { allowedIps } } },
	status,
	rows: status === 200 ? 1 : 0,
});

const callers: readonly TriggerCase[] = [
	from('44.236.78.192/27', '44.236.78.196', 200),
	from('44.236.78.192/27', '::ffff:44.236.78.196', 200),
	from('44.236.78.192/27', '44.236.78.224', 401),
	from('10.0.0.0/8,\n44.236.78.0/24', '44.236.78.255', 200),
	from('2001:db8::/32', '2001:db8:1::5', 200),
	from('2001:db8::/32', '2001:db9::5', 401),
	from('0.0.0.0/0', '203.0.113.9', 200),
	from('44.236.78.196/31', '44.236.78.197', 200),
];

export const triggers: readonly TriggerCase[] = [
	...events,
	...collections,
	...reasons,
	...numbers,
	...times,
	...oddities,
	...callers,
];
