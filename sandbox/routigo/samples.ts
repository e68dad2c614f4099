import { randomInt } from 'node:crypto';

const PEOPLE = [
	['Femke Oosterhof', 'Korenbloemlaan', '27', 'B', '8043XX', 'Zwolle'],
	['Joris van Heek', 'Sluisweg', '110', '', '7941XX', 'Meppel'],
	['Sanne Buitink', 'Eikenhof', '5', '', '8022XX', 'Zwolle'],
	['Tjeerd Hoekstra', 'Turfsingel', '88', 'II', '9712XX', 'Groningen'],
] as const;

const WINDOWS = [
	['PT9H', 'PT12H30M'],
	['PT13H', 'PT15H'],
	[null, null],
] as const;

const WAREHOUSE = {
	addressInformation: {
		name: 'Magazijn Noord',
		streetName: 'Havenkade',
		houseNumber: '3',
		houseNumberAddition: '',
		postcode: '9723XX',
		cityName: 'Groningen',
		countryCode: 'NL',
	},
};

/** Orders as a shop might upload them; the first is also picked up. */
export function sampleOrders(
	count: number,
	now: Date,
	number = randomInt(10_000, 99_000),
): unknown[] {
	return Array.from({ length: count }, (_each, index) => {
		const person = PEOPLE[index % PEOPLE.length] ?? PEOPLE[0];
		const [name, streetName, houseNumber, houseNumberAddition, postcode, cityName] = person;
		const [visitAfter, visitBefore] = WINDOWS[index % WINDOWS.length] ?? WINDOWS[0];
		return {
			identifier: String(number + index),
			scheduledDeliveryDate: now.toISOString().slice(0, 10),
			deliveryLocation: {
				addressInformation: {
					...{ name, streetName, houseNumber, houseNumberAddition, postcode, cityName },
					countryCode: 'NL',
				},
				visitAfter,
				visitBefore,
			},
			pickupLocation: index === 0 ? WAREHOUSE : null,
		};
	});
}
