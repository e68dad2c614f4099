import { z } from 'zod';

import { Problem } from '../core/problem';
import { fieldProblem } from './problem';
import type { RoutigoSettings } from './settings';

const filled = z.string().refine((text) => text.trim() !== '', 'may not be blank');

const country = z.string().regex(/^[A-Z]{2}$/, 'is not a country code of two letters');

/** An address with everything that makes it one, but for the number of the house. */
const address = z
	.object({
		name: filled,
		streetName: filled,
		houseNumber: z.string(),
		houseNumberAddition: z.string().optional(),
		postcode: filled,
		cityName: z.string().optional(),
		countryCode: country,
	})
	.strict();

const part = z.string().nullish();

/** An address of which only something is known, such as that of a shop without a street. */
const partialAddress = z
	.object({
		name: part,
		streetName: part,
		houseNumber: part,
		houseNumberAddition: part,
		postcode: part,
		cityName: part,
		countryCode: z.union([country, z.literal('')]).nullish(),
	})
	.strict()
	.refine((given) => Object.values(given).some(Boolean), 'has only empty fields');

/** The address of a stop. */
export type Address = z.output<typeof partialAddress>;

const duration = z
	.string()
	.regex(/^P(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'is not an ISO 8601 duration since midnight');

type Gaps = Pick<RoutigoSettings, 'emptyHouseNumber' | 'partlyEmptyPickup' | 'bareP'>;

/** An order; what RoutiGo's own plugin sends although it looks wrong is refused where a setting says so. */
function orderSchema({ emptyHouseNumber, partlyEmptyPickup, bareP }: Gaps) {
	const numbered = address.extend({
		houseNumber: emptyHouseNumber === 'taken' ? z.string() : filled,
	});
	const pickup: z.ZodType<Address, z.ZodTypeDef, unknown> =
		partlyEmptyPickup === 'taken' ? partialAddress : numbered;
	const timeOfDay = duration
		.refine((text) => bareP === 'taken' || text !== 'P', 'is no duration')
		.nullish();
	return z
		.object({
			identifier: z.union([filled, z.number()]).transform(String),
			scheduledDeliveryDate: z.string().refine(isDate, 'is not a date such as 2031-05-14'),
			deliveryLocation: z
				.object({
					addressInformation: numbered,
					visitAfter: timeOfDay,
					visitBefore: timeOfDay,
				})
				.strict(),
			pickupLocation: z.object({ addressInformation: pickup }).strict().nullish(),
		})
		.strict();
}

/** An order as it was uploaded. */
export type Order = z.output<ReturnType<typeof orderSchema>>;

/** Checks an upload; throws a problem that names what is wrong, and then takes none of it. */
export function ordersOf(body: unknown, gaps: Gaps): Order[] {
	if (!Array.isArray(body) || body.length === 0) {
		throw new Problem(400, 'The body has to be an array of orders');
	}
	const parsed = z.array(orderSchema(gaps)).safeParse(body);
	if (!parsed.success) throw fieldProblem(parsed.error);
	return parsed.data;
}

function isDate(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	// JavaScript turns 30 February into 2 March.
	return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
