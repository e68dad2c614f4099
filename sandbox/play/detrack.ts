import { VEHICLES } from '../detrack/defaults';
import { person } from './people';
import type { Random } from './random';
import type { PlayStep, Script } from './script';

const STREETS = [
	'Harbour View Road, Newstead QLD 4006, Australia',
	'Jacaranda Street, Taringa QLD 4068, Australia',
	'Vulture Street, West End QLD 4101, Australia',
] as const;
// One in four is fetched.
const PATHS = ['jobs', 'jobs', 'jobs', 'collections'] as const;
const FAILURES = ['No Recipient', 'Wrong address', 'Refused, too late'] as const;

const underway = (random: Random): PlayStep[] => [
	'dispatch',
	['assign', { driver: VEHICLES[random.between(0, VEHICLES.length - 1)]?.name }],
	'headTo',
];

/** Detrack's part: deliveries and collections with items, of which some are rejected. */
export const script: Script = {
	create: (random, number, today) => {
		const { first, last, email, phone, houseNumber } = person(random);
		const path = random.pick(PATHS);
		const body = {
			do_number: `DO-${number}`,
			date: today,
			status: 'info_recv',
			order_number: `WEB-${number}`,
			address: `${houseNumber} ${random.pick(STREETS)}`,
			deliver_to_collect_from: `${first} ${last}`,
			phone_number: phone,
			notify_email: email,
			instructions: random.pick([
				'Ring the side gate bell.',
				'Mind the dog.',
				'Leave with reception.',
			]),
			items: [
				// What a spreadsheet must not take for the number 451.
				{ sku: '00451', description: 'Bulb E27', quantity: random.between(2, 12) },
				{ sku: 'LAMP-04', description: 'Desk lamp, brass', quantity: 1 },
			],
		};
		return { path, body };
	},
	courses: [
		{
			weight: 5,
			steps: (random) => [
				...underway(random),
				'arrive',
				['complete', { photos: random.between(1, 3) }],
			],
		},
		{ weight: 2, steps: (random) => [...underway(random), 'partial'] },
		{
			weight: 1,
			steps: (random) => [...underway(random), ['fail', { reason: random.pick(FAILURES) }]],
		},
		{
			weight: 1,
			steps: () => [
				'dispatch',
				'assign',
				['hold', { reason: 'Closed for stocktaking' }],
				'postpone',
			],
		},
		{ weight: 1, steps: (random) => [...underway(random), 'fail', 'reattempt'] },
		{ weight: 1, steps: (random) => [...underway(random), 'return'] },
		// The same event twice, as after an answer that got lost.
		{ weight: 1, steps: (random) => [...underway(random), 'complete', { maybe: 'repost' }] },
		{ weight: 1, steps: () => ['dispatch', 'delete'] },
	],
};
