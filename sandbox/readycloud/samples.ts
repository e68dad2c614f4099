import { randomInt } from 'node:crypto';

import { isRecord } from '../core/json';

type Body = Record<string, unknown>;

const PEOPLE = [
	['Robin', 'Placeholder', '77 Alder Street', 'Boise', 'ID', '83702'],
	['Dana', 'Example', '410 Larch Avenue', 'Spokane', 'WA', '99201'],
	['Sam', 'Sampleton', '9 Juniper Court', 'Eugene', 'OR', '97401'],
	['Kim', 'Madeup', '1520 Birch Lane', 'Helena', 'MT', '59601'],
] as const;

const ARTICLES = [
	['MUG-BLU-01', 'Blue enamel mug', '14.00 USD', '310 g'],
	['TENT-2P-07', 'Tent for two', '189.00 USD', '2.4 kg'],
	['LAMP-CMP-03', 'Camping lantern', '32.50 USD', '0.5 kg'],
] as const;

const DEPOT = {
	address_1: '12 Harbor Loop',
	address_2: 'Dock 3',
	city: 'Tacoma',
	company: 'Example Outfitters',
	country: 'United States',
	email: 'dock@example.com',
	first_name: 'Dispatch',
	last_name: 'Desk',
	phone: '2065550111',
	post_code: '98402',
	region: 'WA',
};

/** An order as a shop might send it; what is given replaces what is made up. */
export function sampleOrder(given: unknown, now: Date, number = randomInt(10_000, 100_000)): Body {
	return {
		primary_id: `WEB-${number}`,
		order_number: number,
		ordered_at: now.toISOString(),
		boxes: [{ items: ARTICLES.slice(0, 2).map(item) }],
		billing: { status: 'pending', subtotal: '203.00 USD', total: '203.00 USD' },
		// One of each kind: with a type, without one, and binary.
		custom_fields: {
			gift_xml: { type: 'application/xml', value: '<gift><wrap>yes</wrap></gift>' },
			'Credit check': { value: 'Passed' },
			'Gift badge': {
				type: 'image/png',
				value: 'bWFkZSB1cCBiaW5hcnkgY29udGVudA==',
				encoding: 'base64',
			},
		},
		shipping: {
			ship_from: DEPOT,
			ship_to: sampleAddress(number),
			ship_agent: 'ExampleShipper 1.2.3',
			status: 'unshipped',
		},
		tags: ['rush'],
		...(isRecord(given) ? given : {}),
	};
}

/** A contact with an address. */
export function sampleContact(given: unknown, number = randomInt(1000)): Body {
	const { first_name, last_name } = sampleAddress(number);
	const address = { ...sampleAddress(number), address_type: 'shipping', default: true };
	return { first_name, last_name, addresses: [address], ...(isRecord(given) ? given : {}) };
}

/** Packaging. */
export function samplePackaging(given: unknown): Body {
	return {
		name: `Mailer ${randomInt(10, 100)}`,
		description: 'Padded mailer, small',
		package_type: 'Envelope',
		length: '25 cm',
		width: '18 cm',
		height: '2 cm',
		weight: '35 g',
		...(isRecord(given) ? given : {}),
	};
}

function item([
	part_number,
	description,
	unit_price,
	unit_weight,
]: (typeof ARTICLES)[number]): Body {
	return { part_number, description, quantity: 1, unit_price, unit_weight };
}

function sampleAddress(number: number): Body {
	const person = PEOPLE[number % PEOPLE.length] ?? PEOPLE[0];
	const [first_name, last_name, address_1, city, region, post_code] = person;
	return {
		address_1,
		address_2: 'Unit 9',
		city,
		region,
		post_code,
		country: 'United States',
		email: `${first_name.toLowerCase()}@example.com`,
		first_name,
		last_name,
		phone: '2085550122',
	};
}
