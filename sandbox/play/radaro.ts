import { DRIVERS } from '../radaro/defaults';
import { person } from './people';
import type { Random } from './random';
import type { PlayStep, Script } from './script';

const STREETS = [
	'Banksia St, Geelong VIC 3220, Australia',
	'Barkly St, Footscray VIC 3011, Australia',
	'Wattle Grove, Altona North VIC 3025, Australia',
] as const;
const PRAISE = ['Driver was early, thanks', 'Very friendly', 'All good'] as const;
const BLAME = ['Two hours late', 'The box was wet', 'Nobody rang, left in the rain'] as const;
const FAILURES = ['Customer not home', 'Address not found', 'Gate is locked'] as const;

const underway = (random: Random): PlayStep[] => [
	['assign', { driver: DRIVERS[random.between(0, DRIVERS.length - 1)]?.id }],
	'start',
];

/** Radaro's part: jobs of one depot, most of them delivered and some of them rated. */
export const script: Script = {
	create: (random, number) => {
		const { first, last, email, phone, houseNumber } = person(random);
		const body = {
			external_id: `SO-${number}`,
			title: `INV-${number}`,
			comment: random.pick(['Ring the bell twice', 'Leave with reception', '']),
			customer: { name: `${first} ${last}`, email, phone },
			deliver_address: { address: `${houseNumber} ${random.pick(STREETS)}` },
		};
		return { path: 'jobs', body };
	},
	courses: [
		{
			weight: 4,
			steps: (random) => [
				...underway(random),
				'deliver',
				['rate', { rating: random.between(7, 10), comment: random.pick(PRAISE) }],
			],
		},
		{
			weight: 1,
			steps: (random) => [
				...underway(random),
				['fail', { comment: random.pick(FAILURES) }],
				['codes', { codes: [204] }],
			],
		},
		{
			weight: 1,
			steps: (random) => [
				...underway(random),
				'deliver',
				['rate', { rating: random.between(1, 6), comment: random.pick(BLAME) }],
			],
		},
		{ weight: 4, steps: (random) => [...underway(random), 'deliver'] },
		{ weight: 1, steps: (random) => [...underway(random), 'items', 'deliver', 'codes'] },
		{ weight: 1, steps: (random) => ['deliverBefore', ...underway(random), 'deliver'] },
		// The same event twice, as after an answer that got lost.
		{ weight: 1, steps: (random) => [...underway(random), 'deliver', { maybe: 'repeat' }] },
		{
			weight: 1,
			steps: () => [
				'assign',
				'pickup',
				'scan',
				'picked_up',
				'start',
				'checklist',
				'deliver',
				'document',
			],
		},
		{ weight: 1, steps: () => ['assign', 'delete'] },
	],
};
