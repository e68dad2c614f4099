import { person } from './people';
import type { Script } from './script';

type City = readonly [city: string, region: string, postCode: string];

const CITIES: readonly [City, ...City[]] = [
	['Boise', 'ID', '83702'],
	['Spokane', 'WA', '99201'],
	// A post code that begins with a zero.
	['Hartford', 'CT', '06103'],
];

const STREETS = ['Alder Street', 'Larch Avenue', 'Juniper Court'] as const;

/** ReadyCloud's part: a shop's orders, from packing to the carrier's delivery. */
export const script: Script = {
	create: (random, number) => {
		const { first, last, email, phone, houseNumber } = person(random);
		const [city, region, post_code] = random.pick(CITIES);
		const total = `${random.between(12, 480)}.${random.between(10, 99)} USD`;
		const body = {
			primary_id: `WEB-${number}`,
			order_number: Number(number.replace('-', '')),
			billing: { status: 'pending', subtotal: total, total },
			shipping: {
				ship_to: {
					first_name: first,
					last_name: last,
					address_1: `${houseNumber} ${random.pick(STREETS)}`,
					city,
					region,
					post_code,
					country: 'United States',
					email,
					phone,
				},
				status: 'unshipped',
			},
		};
		return { path: 'orders', body };
	},
	courses: [
		{ weight: 4, steps: () => ['pay', 'pack', 'ship', 'scan', 'deliver'] },
		{ weight: 1, steps: () => ['note', 'cancel'] },
		{ weight: 1, steps: () => ['pack', 'change', 'ship', 'scan'] },
		{ weight: 2, steps: () => ['ship', 'deliver'] },
		// The same event twice, as after an answer that got lost.
		{ weight: 1, steps: () => ['pay', 'ship', { maybe: 'repeat' }, 'deliver'] },
	],
};
