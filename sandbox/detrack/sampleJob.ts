import { randomInt } from 'node:crypto';

import { isRecord } from '../core/json';

const PEOPLE = [
	['Priya Natarajan', '18 Harbour View Road, Newstead QLD 4006, Australia', '+61400555012'],
	['Ben Walsh', '44 Jacaranda Street, Taringa QLD 4068, Australia', '+61400555013'],
	['Aroha Ngata', '9/120 Vulture Street, West End QLD 4101, Australia', '+61400555014'],
	['Luca Moretti', '71 Cairns Terrace, Paddington QLD 4064, Australia', '+61400555015'],
] as const;

const INSTRUCTIONS = ['Ring the side gate bell.', 'Leave with reception.', 'Mind the dog.'];

/** A job as a person might enter it; what is given replaces what is made up. */
export function sampleJob(
	given: unknown,
	today: string,
	number = randomInt(10_000, 1_000_000),
): Record<string, unknown> {
	const [name, address, phone] = PEOPLE[number % PEOPLE.length] ?? PEOPLE[0];
	return {
		type: 'Delivery',
		do_number: `ORD-${number}`,
		date: today,
		order_number: `WEB-${90_000 + (number % 10_000)}`,
		address,
		deliver_to_collect_from: name,
		phone_number: phone,
		notify_email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
		instructions: INSTRUCTIONS[number % INSTRUCTIONS.length],
		time_window: '08:00 AM - 11:00 AM',
		items: [
			{ sku: 'LAMP-04', description: 'Desk lamp, brass', quantity: 1 },
			{ sku: 'BULB-E27', description: 'Bulb E27', quantity: 4 },
		],
		...(isRecord(given) ? given : {}),
	};
}
