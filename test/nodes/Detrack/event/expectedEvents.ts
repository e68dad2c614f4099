import { emptyEvent, type Expected } from '../../../support/emptyEvent';

/** What all samples of both versions have in common. */
const job: Expected = {
	...emptyEvent,
	provider: 'detrack',
	jobType: 'delivery',
	recipientName: 'Priya Natarajan',
	recipientPhone: '+61400555012',
	address: '18 Harbour View Road, Newstead QLD 4006, Australia',
};

/** Version 2: the day is all that is known of the time window. */
const second: Expected = {
	...job,
	attempt: 1,
	windowFrom: '2026-03-03',
	windowTo: '2026-03-03',
	itemCount: 0,
};

const created: Partial<Expected> = {
	event: 'job_created',
	status: 'created',
	providerStatus: 'info_recv',
	occurredAt: '2026-03-02T08:15:22.415+10:00',
};

const onTheWay: Partial<Expected> = {
	event: 'status_changed',
	status: 'out_for_delivery',
	providerStatus: 'dispatched',
	driverName: 'Van 07',
	occurredAt: '2026-03-03T07:02:10.118+10:00',
};

/** What a driver leaves, also where the attempt failed. */
const attempted: Partial<Expected> = {
	event: 'status_changed',
	driverName: 'Van 07',
	occurredAt: '2026-03-03T10:49:33.871+10:00',
	proofAt: '2026-03-03T10:49:33.871+10:00',
	proofLatitude: -27.449871,
	proofLongitude: 153.046215,
};

const version2: Record<string, Expected> = {
	'v2_in_transit.json': {
		...second,
		...created,
		status: 'in_transit',
		providerStatus: 'in_transit',
		jobId: '68f2a1c47b90de51c3b70a25',
		reference: 'ORD-48201',
		orderNumber: 'WEB-90311',
		trackingUrl: 'https://trk.la/ex00731',
	},
	'v2_info_received.json': {
		...second,
		...created,
		jobId: '68f2a1c47b90de51c3b70a4a',
		reference: 'ORD-48202',
		orderNumber: 'WEB-90312',
		trackingUrl: 'https://trk.la/ex01462',
		items: [
			{
				sku: 'CUP-12',
				description: 'Ceramic cup, 12 pack',
				quantity: 3,
				rejectedQuantity: 0,
				reason: null,
			},
		],
		itemCount: 1,
	},
	'v2_scheduled.json': {
		...second,
		...onTheWay,
		status: 'scheduled',
		occurredAt: '2026-03-02T09:40:01.902+10:00',
		windowFrom: '2026-03-09',
		windowTo: '2026-03-09',
		jobId: '68f2a1c47b90de51c3b70a94',
		reference: 'ORD-48203',
		orderNumber: 'WEB-90313',
		trackingUrl: 'https://trk.la/ex02193',
	},
	'v2_in_progress.json': {
		...second,
		...onTheWay,
		jobId: '68f2a1c47b90de51c3b70ab9',
		reference: 'ORD-48204',
		orderNumber: 'WEB-90314',
		trackingUrl: 'https://trk.la/ex02924',
	},
	'v2_in_progress_unassigned.json': {
		...second,
		...onTheWay,
		status: 'created',
		driverName: null,
		occurredAt: '2026-03-02T08:15:22.415+10:00',
		jobId: '68f2a1c47b90de51c3b70ade',
		reference: 'ORD-48205',
		orderNumber: 'WEB-90315',
		trackingUrl: 'https://trk.la/ex03655',
	},
	'v2_in_progress_collection.json': {
		...second,
		...onTheWay,
		jobType: 'collection',
		jobId: '68f2a1c47b90de51c3b70b03',
		reference: 'ORD-48206',
		orderNumber: 'WEB-90316',
		trackingUrl: 'https://trk.la/ex04386',
	},
	'v2_heading_to.json': {
		...second,
		...onTheWay,
		event: 'driver_arriving',
		status: 'arriving',
		occurredAt: '2026-03-03T10:21:47.530+10:00',
		eta: '2026-03-03T10:52:00.000+10:00',
		jobId: '68f2a1c47b90de51c3b70b28',
		reference: 'ORD-48207',
		orderNumber: 'WEB-90317',
		trackingUrl: 'https://trk.la/ex05117',
	},
	'v2_completed.json': {
		...second,
		...attempted,
		status: 'delivered',
		outcome: 'success',
		isFinal: true,
		providerStatus: 'completed',
		jobId: '68f2a1c47b90de51c3b70b4d',
		reference: 'ORD-48208',
		orderNumber: 'WEB-90318',
		trackingUrl: 'https://trk.la/ex05848',
		receivedBy: 'P. Natarajan',
		note: 'Left with reception.',
		signatureUrl: 'https://files.example.invalid/pod/signature.png',
		photoUrls: ['https://files.example.invalid/pod/photo_1.jpg'],
		items: [
			{
				sku: 'LAMP-04',
				description: 'Desk lamp, brass',
				quantity: 1,
				rejectedQuantity: 0,
				reason: null,
			},
			{
				sku: 'BULB-E27',
				description: 'Bulb E27',
				quantity: 4,
				rejectedQuantity: 0,
				reason: null,
			},
		],
		itemCount: 2,
	},
	'v2_partially_completed.json': {
		...second,
		...attempted,
		status: 'partially_delivered',
		outcome: 'partial',
		isFinal: true,
		providerStatus: 'completed_partial',
		jobId: '68f2a1c47b90de51c3b70bbc',
		reference: 'ORD-48209',
		orderNumber: 'WEB-90319',
		trackingUrl: 'https://trk.la/ex06579',
		receivedBy: 'P. Natarajan',
		signatureUrl: 'https://files.example.invalid/pod/signature.png',
		reason: 'Goods Damaged',
		items: [
			{
				sku: 'CHAIR-2',
				description: 'Folding chair',
				quantity: 6,
				rejectedQuantity: 2,
				reason: 'Goods Damaged',
			},
			{
				sku: 'TABLE-1',
				description: 'Trestle table',
				quantity: 1,
				rejectedQuantity: 0,
				reason: null,
			},
		],
		itemCount: 2,
	},
	'v2_failed.json': {
		...second,
		...attempted,
		status: 'attempt_failed',
		outcome: 'failure',
		providerStatus: 'failed',
		jobId: '68f2a1c47b90de51c3b70c2b',
		reference: 'ORD-48210',
		orderNumber: 'WEB-90320',
		trackingUrl: 'https://trk.la/ex07310',
		reason: 'No Recipient',
	},
	'v2_return.json': {
		...second,
		event: 'status_changed',
		status: 'returned',
		outcome: 'failure',
		isFinal: true,
		providerStatus: 'return',
		driverName: 'Van 07',
		occurredAt: '2026-03-03T15:05:40.222+10:00',
		jobId: '68f2a1c47b90de51c3b70c50',
		reference: 'ORD-48211',
		orderNumber: 'WEB-90321',
		trackingUrl: 'https://trk.la/ex08041',
		reason: 'Refused by recipient',
	},
	'v2_on_hold.json': {
		...second,
		event: 'status_changed',
		status: 'on_hold',
		providerStatus: 'on_hold',
		occurredAt: '2026-03-02T16:30:09.310+10:00',
		jobId: '68f2a1c47b90de51c3b70c75',
		reference: 'ORD-48212',
		orderNumber: 'WEB-90322',
		trackingUrl: 'https://trk.la/ex08772',
	},
	// Nothing tells it from the job's last state: only the trigger's option can.
	'v2_deleted.json': {
		...second,
		...created,
		jobId: '68f2a1c47b90de51c3b70c9a',
		reference: 'ORD-48213',
		orderNumber: 'WEB-90323',
		trackingUrl: 'https://trk.la/ex09503',
	},
};

/** Version 1: no id, no attempt, empty texts, and always the same two items. */
const first: Expected = {
	...job,
	event: 'status_changed',
	recipientEmail: 'priya@example.com',
	windowFrom: '2026-03-03T08:00:00',
	windowTo: '2026-03-03T11:00:00',
	items: [
		{
			sku: 'LAMP-04',
			description: 'Desk lamp, brass',
			quantity: 1,
			rejectedQuantity: 0,
			reason: null,
		},
		{ sku: 'BULB-E27', description: 'Bulb E27', quantity: 4, rejectedQuantity: 0, reason: null },
	],
	itemCount: 2,
};

const firstAttempted: Partial<Expected> = {
	driverName: 'Van 07',
	occurredAt: '2026-03-03T10:49:33+10:00',
	proofAt: '2026-03-03T10:49:33+10:00',
	proofLatitude: -27.44987,
	proofLongitude: 153.04621,
};

const signed: Partial<Expected> = {
	receivedBy: 'P. Natarajan',
	photoUrls: ['https://app.detrack.com/deliveries/photo/000000000000000000000000.jpg'],
};

const version1: Record<string, Expected> = {
	'v1_in_transit.json': {
		...first,
		event: 'job_created',
		status: 'in_transit',
		providerStatus: 'In Transit',
		reference: 'ORD-48214',
	},
	'v1_info_received.json': {
		...first,
		event: 'job_created',
		status: 'created',
		providerStatus: 'Info Received',
		reference: 'ORD-48215',
	},
	// Only its date is told, and on 3 March that day is still to come.
	'v1_scheduled.json': {
		...first,
		status: 'scheduled',
		providerStatus: 'In Progress',
		reference: 'ORD-48216',
		driverName: 'Van 07',
		windowFrom: '2026-03-09T08:00:00',
		windowTo: '2026-03-09T11:00:00',
	},
	'v1_in_progress.json': {
		...first,
		status: 'out_for_delivery',
		providerStatus: 'In Progress',
		reference: 'ORD-48217',
		driverName: 'Van 07',
	},
	// Nothing tells it from a job in progress.
	'v1_heading_to.json': {
		...first,
		status: 'out_for_delivery',
		providerStatus: 'In Progress',
		reference: 'ORD-48218',
		driverName: 'Van 07',
	},
	'v1_delivered.json': {
		...first,
		...firstAttempted,
		...signed,
		status: 'delivered',
		outcome: 'success',
		isFinal: true,
		providerStatus: 'Delivered',
		reference: 'ORD-48219',
		note: 'Left with reception.',
	},
	'v1_partially_delivered.json': {
		...first,
		...firstAttempted,
		...signed,
		status: 'partially_delivered',
		outcome: 'partial',
		isFinal: true,
		providerStatus: 'Partially Delivered',
		reference: 'ORD-48220',
		reason: 'Goods Damaged',
		items: [
			{
				sku: 'LAMP-04',
				description: 'Desk lamp, brass',
				quantity: 1,
				rejectedQuantity: 0,
				reason: null,
			},
			{
				sku: 'BULB-E27',
				description: 'Bulb E27',
				quantity: 4,
				rejectedQuantity: 2,
				reason: 'Goods Damaged',
			},
		],
	},
	'v1_failed.json': {
		...first,
		...firstAttempted,
		status: 'attempt_failed',
		outcome: 'failure',
		providerStatus: 'Not Delivered',
		reference: 'ORD-48221',
		reason: 'No Recipient',
	},
	'v1_return.json': {
		...first,
		status: 'returned',
		outcome: 'failure',
		isFinal: true,
		providerStatus: 'Return',
		reference: 'ORD-48222',
		driverName: 'Van 07',
	},
	'v1_on_hold.json': {
		...first,
		status: 'on_hold',
		providerStatus: 'On Hold',
		reference: 'ORD-48223',
	},
	'v1_deleted.json': {
		...first,
		event: 'job_created',
		status: 'created',
		providerStatus: 'Info Received',
		reference: 'ORD-48224',
	},
};

/** What each sample must become on 3 March 2026, by file name. */
export const EXPECTED_EVENTS: Record<string, Expected> = { ...version2, ...version1 };
