import { person } from './people';
import type { Random } from './random';
import type { PlayStep, Script } from './script';

type Place = readonly [street: string, postcode: string, city: string];

const PLACES: readonly [Place, ...Place[]] = [
	['Korenbloemlaan', '8043XX', 'Zwolle'],
	['Sluisweg', '7941XX', 'Meppel'],
	['Turfsingel', '9712XX', 'Groningen'],
];

const ORDERS = 2;
const ON_THE_WAY = ['plan', 'assign', 'start'];
const STOP = ['arrive', 'done'];

function order(random: Random, identifier: string, index: number, today: string): object {
	const { first, last } = person(random);
	const [streetName, postcode, cityName] = random.pick(PLACES);
	return {
		identifier,
		scheduledDeliveryDate: today,
		deliveryLocation: {
			addressInformation: {
				name: `${first} ${last}`,
				streetName,
				// Never the same on one tour: one address would be one stop.
				houseNumber: String(random.between(1, 90) * ORDERS + index),
				houseNumberAddition: '',
				postcode,
				cityName,
				countryCode: 'NL',
			},
			visitAfter: null,
			visitBefore: null,
		},
		pickupLocation: null,
	};
}

/** RoutiGo's part: tours of two orders each. */
export const script: Script = {
	create: (random, number, today) => {
		const orders = Array.from({ length: ORDERS }, (_each, index) =>
			order(random, `RG-${number}-${index + 1}`, index, today),
		);
		return { path: 'tours', body: { name: `Tour ${number}`, orders } };
	},
	// There are three drivers, and one of them may have a tour from before.
	atOnce: 2,
	courses: [
		{ weight: 4, steps: () => [...ON_THE_WAY, ...STOP, ...STOP, 'finish'] },
		{ weight: 1, steps: () => [...ON_THE_WAY, ...STOP, 'arrive', 'fail', 'finish'] },
		{
			weight: 1,
			steps: (): PlayStep[] => [
				'plan',
				'assign',
				'unassign',
				'assign',
				'start',
				...STOP,
				...STOP,
				'finish',
			],
		},
		{ weight: 1, steps: () => [...ON_THE_WAY, ...STOP, 'changeRegistrations', ...STOP, 'finish'] },
		// The same event twice, as after an answer that got lost.
		{ weight: 1, steps: () => [...ON_THE_WAY, ...STOP, { maybe: 'repeat' }, ...STOP, 'finish'] },
	],
};
