import type { IDataObject } from 'n8n-workflow';

import { routigoOrder } from '../support/routigoOrder';
import type { OperationCase, StandInCase } from './case';

const ORDER: IDataObject = {
	identifier: '48213',
	deliveryDate: '2099-05-14',
	recipientName: 'Femke Oosterhof',
	postcode: '8043XX',
	cityName: 'Zwolle',
};

type Parts = [streetName: string, houseNumber: string, houseNumberAddition?: string];

const LINES: ReadonlyArray<[line: string, parts: Parts]> = [
	['Korenweg 27-29', ['Korenweg', '27', '-29']],
	['Korenweg 27–29', ['Korenweg', '27', '–29']],
	['Rue Exemple 16/3', ['Rue Exemple', '16', '/3']],
	['Rue Exemple 16 / A', ['Rue Exemple', '16', '/ A']],
	['Kade 7 (achter)', ['Kade', '7', '(achter)']],
	['Kade 7-2 (Boven)', ['Kade', '7', '-2 (Boven)']],
	['Sluisweg 110 B', ['Sluisweg', '110', 'B']],
	['Sluisweg 110b', ['Sluisweg', '110', 'b']],
	['Sluisweg 110, bus 3', ['Sluisweg', '110', 'bus 3']],
	['Turfsingel 88 II', ['Turfsingel', '88', 'II']],
	['Turfsingel 88\r\n2e etage', ['Turfsingel', '88', '2e etage']],
	['Laan 1940 – 1945 37', ['Laan 1940 – 1945', '37']],
	['Laan 1940 1945 3', ['Laan 1940 1945', '3']],
	['Plein 1813 4-B', ['Plein 1813', '4', '-B']],
	['Straat van 1953 4', ['Straat van 1953', '4']],
	['Rue du 11 Novembre 3', ['Rue du 11 Novembre', '3']],
	['1e Dorpsstraat 12', ['1e Dorpsstraat', '12']],
	['A27 3', ['A27', '3']],
	['Havenkade', ['Havenkade', '', '']],
	['De Kleine Dijk', ['De Kleine Dijk', '', '']],
	['Havenkade\u0000 (zuidzijde)\n', ['Havenkade (zuidzijde)', '', '']],
];

const REFUSED = [
	'Langeloërduinen 3 46',
	'Kerkstraat 27 2',
	'Route 66 12',
	'Plein 1944',
	'Kade 7 1234 AB Stad',
	'Kade 7, 1234AB',
	'Kade 7, Rotterdam',
	'Kade 7 Delft',
	'Kade 7\nRotterdam',
	'Kade 7 B-2000 Gent',
	'27 Korenbloemlaan',
];

const splits = LINES.map(
	([line, [streetName, houseNumber, houseNumberAddition]]): OperationCase => ({
		what: `splits ${JSON.stringify(line)}`,
		operation: 'order.upload',
		parameters: { ...ORDER, addressLine: line },
		sent: {
			method: 'PUT',
			body: [
				{
					deliveryLocation: {
						addressInformation: {
							streetName,
							houseNumber,
							...(houseNumberAddition === undefined ? {} : { houseNumberAddition }),
						},
					},
				},
			],
		},
	}),
);

const refusals = REFUSED.map((line): OperationCase => ({
	what: `does not guess at ${JSON.stringify(line)}`,
	operation: 'order.upload',
	parameters: { ...ORDER, addressLine: line },
	error: /cannot be split into .* Choose "Street and Number" and enter them apart/,
}));

const TIMES: ReadonlyArray<[given: unknown, duration: string]> = [
	['9:30', 'PT9H30M'],
	['9:30 AM', 'PT9H30M'],
	['9am', 'PT9H'],
	['0930', 'PT9H30M'],
	[0.395833, 'PT9H30M'],
	['0:00', 'PT0S'],
];

const times = TIMES.map(([given, duration]): OperationCase => ({
	what: `reads the time ${JSON.stringify(given)}`,
	operation: 'order.upload',
	parameters: {
		...ORDER,
		addressLine: 'Havenkade 3',
		additionalFields: { visitAfter: given as string, visitBefore: '5:15 PM' },
	},
	sent: {
		method: 'PUT',
		body: [{ deliveryLocation: { visitAfter: duration, visitBefore: 'PT17H15M' } }],
	},
}));

/** Orders as people give them, and as RoutiGo is to get them. */
export const uploads: readonly OperationCase[] = [
	...splits,
	...refusals,
	...times,
	{
		what: 'takes parts without a house number',
		operation: 'order.upload',
		parameters: { ...ORDER, addressAs: 'parts', streetName: 'Haven\nkade', houseNumber: '' },
		sent: {
			method: 'PUT',
			body: [
				{
					deliveryLocation: {
						addressInformation: {
							streetName: 'Haven kade',
							houseNumber: '',
							houseNumberAddition: '',
						},
					},
				},
			],
		},
		items: [{ reference: '48213', address: 'Haven kade, 8043XX Zwolle, NL' }],
	},
	{
		what: 'gives the address in one line as people write it',
		operation: 'order.upload',
		parameters: { ...ORDER, addressLine: 'Korenweg 27-29' },
		items: [{ address: 'Korenweg 27-29, 8043XX Zwolle, NL' }],
	},
	{
		what: 'takes a pick-up of which little is known',
		operation: 'order.upload',
		parameters: {
			...ORDER,
			addressLine: 'Havenkade 3',
			pickup: { name: 'Shop', countryCode: 'nl' },
		},
		sent: {
			method: 'PUT',
			body: [
				{
					pickupLocation: {
						addressInformation: {
							name: 'Shop',
							streetName: '',
							houseNumber: '',
							houseNumberAddition: '',
							countryCode: 'NL',
						},
					},
				},
			],
		},
	},
	{
		what: 'splits the line of a pick-up',
		operation: 'order.upload',
		parameters: { ...ORDER, addressLine: 'Havenkade 3', pickup: { addressLine: 'Kade 7/2' } },
		sent: {
			method: 'PUT',
			body: [
				{
					pickupLocation: {
						addressInformation: {
							streetName: 'Kade',
							houseNumber: '7',
							houseNumberAddition: '/2',
						},
					},
				},
			],
		},
	},
	{
		what: 'refuses a window over midnight',
		operation: 'order.upload',
		parameters: {
			...ORDER,
			addressLine: 'Havenkade 3',
			additionalFields: { visitAfter: '22:00', visitBefore: '02:00' },
		},
		error: /"Visit After" must not be later than "Visit Before"/,
	},
];

const order = routigoOrder('79');
const { deliveryLocation } = order;
const { addressInformation } = deliveryLocation;
const SHOP = {
	name: 'Shop',
	streetName: '',
	houseNumber: '',
	houseNumberAddition: '',
	postcode: null,
	cityName: null,
	countryCode: 'NL',
};

const UPLOADED: ReadonlyArray<[what: string, order: object]> = [
	[
		'an empty house number',
		{
			...order,
			deliveryLocation: { addressInformation: { ...addressInformation, houseNumber: '' } },
		},
	],
	['a partly empty pick-up', { ...order, pickupLocation: { addressInformation: SHOP } }],
	[
		'a pick-up without postcode',
		{
			...order,
			pickupLocation: { addressInformation: { ...addressInformation, postcode: null } },
		},
	],
	[
		'midnight as a bare P',
		{ ...order, deliveryLocation: { ...deliveryLocation, visitAfter: 'P', visitBefore: 'PT8H' } },
	],
	[
		'a window that ends at midnight',
		{ ...order, deliveryLocation: { ...deliveryLocation, visitAfter: null, visitBefore: 'P' } },
	],
];

/** Uploads as RoutiGo's own plugin sends them. */
export const uploadRequests: readonly StandInCase[] = [
	...UPLOADED.map(([what, body]): StandInCase => ({
		what: `an upload with ${what}`,
		method: 'PUT',
		path: '/upload',
		body: [body],
		status: 202,
		answer: { trackingId: expect.any(String) as unknown },
	})),
	{
		what: 'an upload with a pick-up that holds nothing',
		method: 'PUT',
		path: '/upload',
		body: [{ ...order, pickupLocation: { addressInformation: { name: '', postcode: null } } }],
		status: 400,
	},
];
