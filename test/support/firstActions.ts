import { DETRACK_API_KEY } from '../../sandbox/detrack/defaults';
import { RADARO_KEY } from '../../sandbox/radaro/defaults';
import { READYCLOUD_TOKEN } from '../../sandbox/readycloud/defaults';
import { ROUTIGO_API_KEY } from '../../sandbox/routigo/defaults';
import type { FirstAction } from './firstAction';

/** The way to the first run of an action node of each service, by its slug. */
export const FIRST_ACTIONS: Readonly<Record<string, FirstAction>> = {
	radaro: {
		word: 'dispatch',
		choices: ['Radaro', 'Create job'],
		credential: { type: 'radaroApi', data: { server: 1, apiKey: RADARO_KEY } },
		fields: { 'External ID': 'SO-2002', 'Customer Name': 'Tom Okafor' },
		added: 'Driver',
		chosen: ['Driver', /^\d+ \(has SO-2001\b/],
		wrong: {
			label: 'Delivery Address',
			value: ' ',
			refusal: '"Delivery Address" is missing. Enter where to deliver',
			right: '14 Banksia St, Geelong VIC 3220',
		},
		shown: 'SO-2002 · Tom Okafor · 14 Banksia St, Geelong VIC 3220 · Driver: Mara Lindqvist',
	},
	detrack: {
		word: 'proof of delivery',
		choices: ['Detrack', 'Create job'],
		credential: { type: 'detrackApi', data: { apiKey: DETRACK_API_KEY } },
		fields: { 'D.O. Number': 'ORD-2002', Date: '2099-03-03' },
		added: 'Assign To',
		chosen: ['Assign To', /^Van 07$/],
		wrong: {
			label: 'Address',
			value: ' ',
			refusal: '"Address" is missing. Enter where to deliver or collect.',
			right: '8 Newstead Ter, Newstead QLD 4006',
		},
		shown: 'ORD-2002 · 8 Newstead Ter, Newstead QLD 4006 · Delivery on 2099-03-03 · Driver: Van 07',
	},
	routigo: {
		word: 'route planning',
		choices: ['RoutiGo', 'Upload orders'],
		credential: { type: 'routigoApi', data: { authentication: 'apiKey', apiKey: ROUTIGO_API_KEY } },
		fields: {
			Identifier: '2002',
			'Delivery Date': '2099-03-03',
			'Recipient Name': 'Femke Oosterhof',
			'Address Line': 'Korenbloemlaan 27 B',
		},
		wrong: {
			label: 'Post Code',
			value: '12',
			refusal: '"Post Code" is "12", but one in the Netherlands has four digits and two letters',
			right: '8043XX',
		},
		shown: '1 order',
	},
	readycloud: {
		word: 'fulfilment',
		choices: ['ReadyCloud', 'Create order'],
		credential: { type: 'readyCloudApi', data: { accessToken: READYCLOUD_TOKEN } },
		fields: { 'Primary ID': 'WEB-2002' },
		added: 'Total',
		chosen: ['Organization', /^Example Outfitters$/],
		wrong: {
			label: 'Total',
			value: '15',
			refusal: '"Total" must be an amount with its currency, such as 15.00 USD',
			right: '15.00 USD',
		},
		shown: 'WEB-2002 · No tracking number yet',
	},
};
