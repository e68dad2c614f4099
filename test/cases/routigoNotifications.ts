import type { IDataObject } from 'n8n-workflow';

import type { TriggerCase } from './case';

/** A notification of RoutiGo about an event, described by an object of that type. */
export interface Notification extends Omit<TriggerCase, 'call'> {
	event: string;
	type: string;
	body: unknown;
	query?: IDataObject;
	headers?: Record<string, string>;
	parameters?: IDataObject;
}

const DELIVERED = { status: 'delivered', outcome: 'success', isFinal: true };
const FAILED = { status: 'attempt_failed', outcome: 'failure', isFinal: false };
const PENDING = { outcome: 'pending', isFinal: false };
const PICKED_UP = { status: 'picked_up', jobType: 'collection', ...PENDING };
const UNKNOWN = { status: 'unknown', ...PENDING };

const ASSIGNMENT = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };
const STOP = { event: 'STOP_DONE', type: 'STOP' };
const SHIPMENT = { event: 'SHIPMENT_DONE', type: 'SHIPMENT' };

/** Of which kind it is, wherever that stands and however it is written. */
const kinds: Notification[] = [
	{
		...ASSIGNMENT,
		what: 'a finished pick-up',
		body: { id: 'a2', assignmentType: 'PICKUP', endStatus: 'DELIVERED' },
		row: { ...PICKED_UP, providerStatus: 'DELIVERED' },
	},
	{
		...ASSIGNMENT,
		what: 'a finished pick-up in an object of its own',
		body: {
			assignment: { id: 'as-1', type: 'PICKUP', endStatus: 'DELIVERED' },
			identifier: 'DN-1',
			timestamp: '2026-03-03T08:00:00Z',
		},
		row: { ...PICKED_UP, reference: 'DN-1', jobId: 'as-1' },
	},
	{
		...ASSIGNMENT,
		what: 'a finished pick-up without an end status',
		body: { id: 'a3', task_type: 'Pick-Ups' },
		row: PICKED_UP,
	},
	{
		...ASSIGNMENT,
		what: 'a finished collection with an end status of its own',
		body: { data: { assignment: { kind: 'collection', end_status: 'PICKED_UP' } } },
		row: PICKED_UP,
	},
	{
		...ASSIGNMENT,
		what: 'a pick-up in Dutch',
		body: { type: { code: 'OPHALEN', name: 'Ophalen' }, endStatus: 'GELUKT' },
		row: PICKED_UP,
	},
	{
		...ASSIGNMENT,
		what: 'a pick-up that did not work out',
		body: { assignmentType: 'LOAD', endStatus: 'NOT_PICKED_UP' },
		row: { ...FAILED, jobType: 'collection' },
	},
	...['BREAK', 'Pauses', 'CHARGING', 'charging_stop', 'REFUEL', 'DEPOT', 'LUNCH', 'SIESTA'].map(
		(type): Notification => ({
			...ASSIGNMENT,
			what: `a finished ${type}`,
			body: { assignment: { id: 'b', type, endStatus: 'DELIVERED' } },
			row: { ...UNKNOWN, jobType: null },
		}),
	),
	{
		...ASSIGNMENT,
		what: 'a finished delivery without a word of its kind',
		body: { type: 'ASSIGNMENT', id: 'a4' },
		row: { ...DELIVERED, jobType: null },
	},
	{
		...STOP,
		what: 'a stop with a pick-up, a break and a delivery',
		body: {
			stop: {
				id: 's-1',
				assignments: [
					{ type: 'PICKUP', endStatus: 'DELIVERED' },
					{ type: 'BREAK' },
					{ type: 'DELIVERY', endStatus: 'DELIVERED' },
				],
			},
		},
		row: { ...DELIVERED, jobType: 'delivery' },
	},
	{
		...STOP,
		what: 'a stop of pick-ups alone',
		body: { assignments: [{ assignmentType: 'PICKUP' }, { assignmentType: 'PICK_UP' }] },
		row: PICKED_UP,
	},
	{
		...STOP,
		what: 'a stop that is only a break',
		body: { stopType: 'BREAK', endStatus: 'DELIVERED' },
		row: UNKNOWN,
	},
	{
		...STOP,
		what: 'a stop of which one delivery failed',
		body: {
			assignments: [
				{ type: 'DELIVERY', endStatus: 'DELIVERED' },
				{ type: 'DELIVERY', endStatus: 'REFUSED' },
			],
		},
		row: { ...FAILED, providerStatus: 'DELIVERED, REFUSED' },
	},
	{
		...SHIPMENT,
		what: 'a shipment that was picked up and delivered',
		body: {
			shipment: { id: 's-2', type: 'PARCEL' },
			pickupAssignment: { endStatus: 'DELIVERED' },
			deliveryAssignment: { endStatus: 'DELIVERED_IN_MAILBOX' },
		},
		row: { ...DELIVERED, jobType: 'delivery' },
	},
	{
		...SHIPMENT,
		what: 'a shipment of which there is only the pick-up',
		body: { shipment: { id: 's-3', assignments: [{ type: 'PICKUP', endStatus: 'DELIVERED' }] } },
		row: PICKED_UP,
	},
];

/** What became of it, in words that RoutiGo documents nowhere. */
const endStatuses: Notification[] = (
	[
		['DELIVERED_AT_NEIGHBOURS', DELIVERED],
		['DELIVERED_IN_MAILBOX', DELIVERED],
		['DELIVERED_WITH_REMARKS', DELIVERED],
		['NEIGHBORS', DELIVERED],
		['LETTERBOX', DELIVERED],
		['PARCEL_LOCKER', DELIVERED],
		['SAFE_PLACE', DELIVERED],
		['LEFT_WITH_RECEPTION', DELIVERED],
		['handedToConcierge', DELIVERED],
		['DELIVERED_TO_PARCEL_SHOP', DELIVERED],
		['Afgegeven bij de buren', DELIVERED],
		['BRIEVENBUS', DELIVERED],
		['Beim Nachbarn abgegeben', DELIVERED],
		['NOT_HOME_DELIVERED_AT_NEIGHBOURS', DELIVERED],
		['PARTIALLY_DELIVERED', { status: 'partially_delivered', outcome: 'partial', isFinal: true }],
		['NOT_DELIVERED', FAILED],
		['NOT_DELIVERED_AT_NEIGHBOURS', FAILED],
		['UNDELIVERED', FAILED],
		['NIET_BEZORGD', FAILED],
		['Nicht zugestellt', FAILED],
		['NOT_AT_HOME', FAILED],
		['REFUSED', FAILED],
		['MAILBOX_FULL', FAILED],
		['NEIGHBOURS_NOT_HOME', FAILED],
		['CANCELLED', { status: 'cancelled', outcome: 'cancelled', isFinal: true }],
		['RETURNED_TO_SENDER', { status: 'returned', outcome: 'failure', isFinal: true }],
		['PICKED_UP', UNKNOWN],
		['TO_BE_DELIVERED', UNKNOWN],
		['ROBOT', UNKNOWN],
		['17', UNKNOWN],
	] as const
).map(([endStatus, row]) => ({
	...ASSIGNMENT,
	what: `the end status ${endStatus}`,
	body: { assignment: { id: 'as-1', type: 'DELIVERY', endStatus }, identifier: '000453' },
	row: { ...row, providerStatus: endStatus, reference: '000453' },
}));

const WAREHOUSE = {
	name: 'Warehouse BV',
	email: 'stock@warehouse.example',
	phone: '0101112233',
	address: {
		street: 'Havenweg',
		houseNumber: '1',
		postcode: '3011AA',
		city: 'Rotterdam',
		latitude: 51.9,
		longitude: 4.5,
	},
};
const ANNA = {
	name: 'Anna de Vries',
	email: 'anna@example.com',
	phone: '0612345678',
	address: { street: 'Korenbloemlaan', houseNumber: '27', postcode: '8043XX', city: 'Zwolle' },
};
const ANNAS = {
	recipientName: 'Anna de Vries',
	recipientEmail: 'anna@example.com',
	recipientPhone: '0612345678',
	address: 'Korenbloemlaan 27, 8043XX Zwolle',
	postCode: '8043XX',
	city: 'Zwolle',
	latitude: null,
	longitude: null,
};
const NOBODYS = {
	recipientEmail: null,
	recipientPhone: null,
	address: null,
	postCode: null,
	city: null,
	latitude: null,
	longitude: null,
};

/** Whose name, mail, phone and address it is. */
const people: Notification[] = [
	...[
		['sender', 'recipient'],
		['from', 'to'],
		['originLocation', 'destinationLocation'],
		['pickupLocation', 'deliveryLocation'],
		['shipper', 'consignee'],
		['warehouse', 'customer'],
		['afzender', 'ontvanger'],
	].map(([sender = '', recipient = '']): Notification => ({
		...SHIPMENT,
		what: `${sender} and ${recipient} apart`,
		body: { shipmentId: 's-2', [sender]: WAREHOUSE, [recipient]: ANNA },
		row: ANNAS,
	})),
	{
		...SHIPMENT,
		event: 'TOUR_PLANNED',
		what: 'sender and recipient of a planned shipment, one object deeper',
		body: { shipment: { senders: [WAREHOUSE], recipients: [ANNA] } },
		row: ANNAS,
	},
	{
		...SHIPMENT,
		what: 'a recipient of whom only the name is told',
		body: { sender: WAREHOUSE, recipient: { name: 'Anna de Vries' } },
		row: { ...NOBODYS, recipientName: 'Anna de Vries' },
	},
	{
		...SHIPMENT,
		what: 'a sender alone',
		body: { pickup_address: WAREHOUSE.address, sender: WAREHOUSE },
		row: { ...NOBODYS, recipientName: null },
	},
	{
		...SHIPMENT,
		what: 'a recipient with contact and address apart',
		body: {
			sender: WAREHOUSE,
			recipient: {
				name: 'Anna de Vries',
				contact: { email: 'anna@example.com', phone: '0612345678' },
				address: { ...ANNA.address, location: { lat: 52.5, lng: 6.1 } },
			},
		},
		row: { ...ANNAS, latitude: 52.5, longitude: 6.1 },
	},
	{
		...SHIPMENT,
		what: 'addresses in a list that say whose they are',
		body: {
			addresses: [
				{ type: 'PICKUP', ...WAREHOUSE },
				{ type: 'DELIVERY', ...ANNA },
			],
		},
		row: ANNAS,
	},
	{
		...SHIPMENT,
		what: 'names of keys that say whose they are',
		body: {
			senderName: 'Warehouse BV',
			senderEmail: 'stock@warehouse.example',
			fromCity: 'Rotterdam',
			recipientName: 'Anna de Vries',
			recipient_email: 'anna@example.com',
			recipientPhone: '0612345678',
			toCity: 'Zwolle',
		},
		row: { ...ANNAS, address: null, postCode: null },
	},
	{
		...ASSIGNMENT,
		what: 'the address of a pick-up itself',
		body: {
			assignment: { type: 'PICKUP', address: { name: 'Quay 3', city: 'Meppel' } },
			shipment: { sender: WAREHOUSE, recipient: ANNA },
		},
		row: { ...NOBODYS, recipientName: 'Quay 3', city: 'Meppel' },
	},
	...[
		{ driver: { name: 'Bram', location: { lat: 51, lng: 4 } } },
		{ currentPosition: { latitude: 51, longitude: 4 } },
		{ vehicle: { latitude: 51, longitude: 4 } },
		{ lastKnownLocation: { lat: 51, lng: 4 } },
		{ position: { lat: 51, lng: 4 } },
		{ stop: { driverLocation: { lat: 51, lng: 4 } } },
		{ registrations: { location: { lat: 51, lng: 4 } } },
	].map((body): Notification => ({
		...ASSIGNMENT,
		what: `no address in ${JSON.stringify(body)}`,
		body,
		row: { latitude: null, longitude: null },
	})),
];

const ANNA_AT_HOME = {
	addressInformation: {
		name: 'Anna de Vries',
		streetName: 'Korenbloemlaan',
		houseNumber: '27',
		postcode: '8043XX',
		cityName: 'Zwolle',
	},
};
const PIET = { name: 'Piet', email: 'piet@carrier.example', phone: '0600000000', city: 'Meppel' };

/** Names with a word for a recipient or a destination in them, of somebody or something else. */
const others: Notification[] = [
	...[
		...['assignedTo', 'billTo', 'soldTo', 'payTo', 'issuedTo', 'handedTo', 'allocatedTo'],
		...['reportTo', 'escalateTo', 'linkedTo', 'notifyTo', 'replyTo', 'bill_to_address', 'toDriver'],
		...['deliveryZone', 'deliveryRound', 'deliverySlot', 'deliveryWindow', 'deliveryTeam'],
		...['DELIVERY_STATUS', 'deliverymethod', 'typeOfDelivery', 'deliveryCity', 'recipientType'],
		...['customerGroup', 'dropZone', 'bezorgronde', 'bezorg_moment', 'klantgroep', 'afleverwijze'],
		...['ontvangerType', 'Lieferart', 'Lieferungsfenster', 'Zustellbezirk', 'Kundengruppe'],
		...['Lieferant', 'Zusteller', 'deliveryman', 'bezorgbedrijf', 'shipToZone', 'toDo'],
		...['deliveryOrder', 'delivery_items', 'deliveryNotification', 'customerOrder'],
		...['billToCustomer', 'noteToCustomer', 'outForDelivery', 'deliveryPerson', 'dropOffPerson'],
	].map((key): Notification => ({
		...ASSIGNMENT,
		what: `nobody in ${key}`,
		body: {
			[key]: PIET,
			deliveryLocation: ANNA_AT_HOME,
			email: 'anna@example.com',
			phone: '0612345678',
		},
		row: ANNAS,
	})),
	...['assignedTo', 'deliveryOrder', 'customerShipment', 'contactType', 'addressType'].map(
		(key): Notification => ({
			...ASSIGNMENT,
			what: `no name of somebody in ${key}`,
			body: { [key]: { name: 'Evening' } },
			row: { recipientName: null },
		}),
	),
	...[
		...[{ assignedTo: PIET }, { notify_to: PIET }, { customer: PIET }, { destination: PIET }],
		...[{ data: PIET }, { tour: { contact: PIET } }, { contactEmail: PIET.email }],
		...[{ payload: { tour: { recipientEmail: PIET.email, team: { contactName: 'Piet' } } } }],
	].map((body): Notification => ({
		event: 'TOUR_ASSIGNED',
		type: 'TOUR',
		what: `no recipient of a tour in ${JSON.stringify(body)}`,
		body,
		row: { ...NOBODYS, recipientName: null },
	})),
	...[{ team: { contactEmail: PIET.email } }, { tour: { customer: PIET } }].map(
		(body): Notification => ({
			...ASSIGNMENT,
			what: `no recipient of an assignment in ${JSON.stringify(body)}`,
			body,
			row: { ...NOBODYS, recipientName: null },
		}),
	),
	{
		event: 'TOUR_PLANNED',
		type: 'TOUR',
		what: 'the recipient of the only stop of a tour',
		body: { contactName: 'Piet', customer: PIET, stops: [{ recipient: ANNA }] },
		row: ANNAS,
	},
	...[
		...['shipTo', 'deliver_to', 'sendTo', 'shipToParty', 'toAddress', 'deliveryaddress'],
		...['dropOffLocation', 'deliveryContactPerson', 'delivery_address_2', 'placeOfDelivery'],
		...['recipientDetails', 'customerInfo', 'endCustomer', 'bezorgadres', 'klantgegevens'],
		...['bestemmingslocatie', 'Lieferanschrift', 'Lieferungsort', 'Kundendaten', 'Empf\u00e4nger'],
	].map((key): Notification => ({
		...ASSIGNMENT,
		what: `somebody in ${key}`,
		body: { warehouse: WAREHOUSE, [key]: ANNA },
		row: ANNAS,
	})),
];

/** When it happens or happened. */
const times: Notification[] = [
	{
		...SHIPMENT,
		event: 'TOUR_PLANNED',
		what: 'a window in durations since midnight',
		body: {
			id: 's-1',
			identifier: 'SO-1',
			scheduledDeliveryDate: '2026-03-03',
			deliveryLocation: {
				visitAfter: 'PT9H',
				visitBefore: 'PT12H30M',
				addressInformation: { name: 'Anna' },
			},
			email: 'anna@example.com',
		},
		row: {
			windowFrom: '2026-03-03T09:00:00',
			windowTo: '2026-03-03T12:30:00',
			recipientName: 'Anna',
			recipientEmail: 'anna@example.com',
		},
	},
	{
		...ASSIGNMENT,
		what: 'times in seconds and milliseconds since 1970',
		body: { windowFrom: 1772524800, windowTo: '1772539200000', timestamp: '1772524860' },
		row: {
			windowFrom: '2026-03-03T08:00:00.000Z',
			windowTo: '2026-03-03T12:00:00.000Z',
			occurredAt: '2026-03-03T08:01:00.000Z',
		},
	},
	{
		...ASSIGNMENT,
		what: 'times of day on the day of the tour',
		body: {
			tour: { date: '2026-03-03' },
			timeWindow: { from: 'PT540M', to: '12:30' },
			eta: 'PT10H5M',
			doneAt: '10:07',
			timestamp: 'PT10H7M30S',
		},
		row: {
			windowFrom: '2026-03-03T09:00:00',
			windowTo: '2026-03-03T12:30:00',
			eta: '2026-03-03T10:05:00',
			proofAt: '2026-03-03T10:07:00',
			occurredAt: '2026-03-03T10:07:30',
		},
	},
	{
		...ASSIGNMENT,
		what: 'midnight as a bare P, and a window over it',
		body: { deliveryDate: '2026-03-03', visitAfter: 'PT22H', visitBefore: 'P' },
		row: { windowFrom: '2026-03-03T22:00:00', windowTo: '2026-03-04T00:00:00' },
	},
	{
		...ASSIGNMENT,
		what: 'times of day without a day',
		body: { visitAfter: 'PT9H', eta: '10:05' },
		row: { windowFrom: null, windowTo: null, eta: null },
	},
];

/** What stands beside the body. */
const calls: Notification[] = [
	...(['deliveryEventWithOriginal', 'original'] as const).map((output): Notification => ({
		...STOP,
		what: `headers and query in the output ${output}`,
		body: { id: 'x' },
		query: { depot: 'north' },
		headers: {
			'X-Env': 'live',
			'X-Time': '2026-11-26T10:00:00Z',
			cookie: 'a=b',
			'x-api-key': 'abc',
			'x-forwarded-for': '10.0.0.1',
		},
		parameters: {
			output,
			options: {
				queryParameters: { parameter: [{ name: 'depot', value: 'north' }] },
				headers: { parameter: [{ name: 'X-Env', value: 'live' }] },
			},
		},
		row:
			output === 'original'
				? {
						id: 'x',
						_query: { depot: 'north' },
						_headers: { 'x-env': 'live', 'x-time': '2026-11-26T10:00:00Z' },
					}
				: {
						occurredAt: '2026-11-26T10:00:00Z',
						original: {
							body: { id: 'x' },
							query: { depot: 'north' },
							headers: { 'x-env': 'live', 'x-time': '2026-11-26T10:00:00Z' },
						},
					},
	})),
	{
		...STOP,
		what: 'a time in a header in seconds since 1970',
		body: { id: 'x' },
		headers: { 'x-routigo-timestamp': '1772524860', date: 'Tue, 03 Mar 2026 09:00:00 GMT' },
		row: { occurredAt: '2026-03-03T08:01:00.000Z' },
	},
	{
		...STOP,
		what: 'the time of a body before that in a header',
		body: { id: 'x', timestamp: '2026-03-03T08:00:00Z' },
		headers: { 'x-timestamp': '2026-03-03T09:00:00Z' },
		row: { occurredAt: '2026-03-03T08:00:00Z' },
	},
	{
		...STOP,
		what: 'no time in headers about something else',
		body: { id: 'x' },
		headers: { 'x-delivery-date': '2026-03-03', 'x-response-time': '1772524860' },
		row: { occurredAt: null },
	},
];

/** What is odd costs no event. */
const odd: Notification[] = [
	{
		...ASSIGNMENT,
		what: 'half an emoji in a tracking code',
		body: { assignmentId: 'a1', trackingCode: 'T\ud83d' },
		row: {
			jobId: 'a1',
			trackingNumber: 'T\ufffd',
			trackingUrl: 'https://tracking.routigo.com/?trackingCode=T%EF%BF%BD',
		},
	},
	{
		...ASSIGNMENT,
		what: 'keys without a letter or digit',
		body: { '': 'nobody', '-': 'nowhere', _: { '': { '?': 'x' } } },
		row: { jobId: null, reference: null, recipientName: null, driverName: null, note: null },
	},
	{
		...ASSIGNMENT,
		what: 'keys that mean something to a computer',
		body: JSON.parse(
			'{"__proto__": {"reference": "x"}, "constructor": {"name": "y"}, "toString": 1, "id": "a1"}',
		) as unknown,
		row: { jobId: 'a1', recipientName: null },
	},
	{
		...ASSIGNMENT,
		what: 'values of other types',
		body: {
			id: { $oid: 'x' },
			endStatus: [[]],
			type: false,
			recipient: [[{}], null],
			date: {},
			timestamp: [],
			trackingCode: {},
			address: 7,
		},
		row: { jobId: null, recipientName: null, occurredAt: null },
	},
];

/** Right values of RoutiGo's notifications. */
export const notifications: Notification[] = [
	...kinds,
	...endStatuses,
	...people,
	...others,
	...times,
	...calls,
	...odd,
];
