import { emptyEvent, type Expected } from '../../../support/emptyEvent';

/** Nothing is known but the organization. */
const nothing: Expected = { ...emptyEvent, provider: 'readyCloud', account: 'K7p' };

/** The one person of all samples. */
const robin: Partial<Expected> = {
	recipientName: 'Robin Placeholder',
	recipientPhone: '2085550122',
	recipientEmail: 'robin@example.com',
	address: '77 Alder Street, Unit 9, Boise, ID 83702, United States',
	postCode: '83702',
	city: 'Boise',
	country: 'United States',
};

const order: Expected = {
	...nothing,
	...robin,
	jobId: 'q2Xd',
	reference: 'WEB-20418',
	jobType: 'delivery',
};

/** What each sample must become, by the entity of the address that it comes to and its file name. */
export const EXPECTED_EVENTS: Array<[entity: string, name: string, expected: Expected]> = [
	[
		'orders',
		'orders.json',
		{
			...order,
			event: 'job_updated',
			eventName: 'Order Changed',
			status: 'created',
			occurredAt: '2024-05-06T10:11:12Z',
			providerEvent: 'orders',
		},
	],
	[
		'orders',
		'orders-filled.json',
		{
			...order,
			event: 'job_updated',
			eventName: 'Order Changed',
			status: 'in_transit',
			occurredAt: '2024-05-06T14:05:31.402917Z',
			orderNumber: '20418',
			amount: '52.65',
			currency: 'USD',
			providerEvent: 'orders',
			providerStatus: 'fulfilled',
		},
	],
	[
		'order-delivered',
		'inferred/order-delivered.json',
		{
			...order,
			event: 'status_changed',
			eventName: 'Order Delivered',
			status: 'delivered',
			outcome: 'success',
			isFinal: true,
			occurredAt: '2024-05-09T16:40:02.771530Z',
			orderNumber: '20418',
			amount: '52.65',
			currency: 'USD',
			providerEvent: 'order-delivered',
			providerStatus: 'fulfilled',
		},
	],
	[
		'acceptance-scan',
		'acceptance-scan.json',
		{
			...nothing,
			event: 'acceptance_scanned',
			eventName: 'Carrier Acceptance Scan',
			status: 'in_transit',
			jobId: 'q2Xd',
			jobType: 'delivery',
			amount: '6.82',
			currency: 'USD',
			providerEvent: 'acceptance-scan',
		},
	],
	[
		'packaging',
		'inferred/packaging.json',
		{
			...nothing,
			event: 'packaging_changed',
			eventName: 'Packaging Changed',
			occurredAt: '2024-05-06T09:00:00Z',
			jobId: '4Tz',
			reference: 'Mailer S',
			providerEvent: 'packaging',
		},
	],
	[
		'contact',
		'inferred/contact.json',
		{
			...nothing,
			event: 'contact_changed',
			eventName: 'Contact Changed',
			occurredAt: '2024-05-06T09:10:11.121314Z',
			jobId: '5hW',
			recipientName: 'Robin Placeholder',
			providerEvent: 'contact',
		},
	],
	[
		'contact-address',
		'inferred/contact-address.json',
		{
			...nothing,
			...robin,
			event: 'contact_changed',
			eventName: 'Contact Address Changed',
			jobId: '5hW',
			providerEvent: 'contact-address',
		},
	],
];
