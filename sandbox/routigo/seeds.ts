import type { Webhook } from './model';

/** Webhooks of other programs of the company: the lists hold them too, and they are never called. */
export function seededWebhooks(): Webhook[] {
	return [
		{
			id: '6712f0a9c35e4b1d8e90a001',
			version: 2,
			owner: null,
			config: {
				routigoEvent: 'TOUR_PLANNED',
				routigoEventType: 'TOUR',
				action: {
					name: 'Planned tours to the order system',
					url: 'https://erp.example.test/routigo/planned',
					headers: { Authorization: 'Bearer someElsesToken0000000000000001' },
				},
			},
		},
		{
			id: '6712f0a9c35e4b1d8e90a002',
			version: 2,
			owner: null,
			config: {
				routigoEvent: 'ASSIGNMENT_DONE',
				routigoEventType: 'ASSIGNMENT',
				serviceCentres: ['ZWOLLE'],
				action: {
					name: 'Deliveries to the invoicing',
					url: 'https://erp.example.test/routigo/done',
					headers: { Authorization: 'Bearer someElsesToken0000000000000002' },
					queryParameters: { source: 'routigo' },
					minutesToLive: 720,
					secondsDelayBeforeRetry: 300,
					supplierToFilterOn: 'BAKERY-7',
				},
			},
		},
		{
			id: '6712f0a9c35e4b1d8e90a003',
			version: 1,
			owner: null,
			config: {
				routigoEvent: 'ROUTE_PLANNED',
				routigoEventType: 'ROUTE',
				action: {
					name: 'Planned routes to the web shop',
					url: 'https://shop.example.test/rest/routigo/incoming',
					headers: { Authorization: 'Bearer someElsesToken0000000000000003' },
					secondsDelayBeforeRetry: 600,
					minutesToLive: 1440,
				},
			},
		},
	];
}
