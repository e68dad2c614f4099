import { z } from 'zod';

import { Problem } from '../core/problem';
import { fieldProblem } from './problem';

const filled = z.string().refine((text) => text.trim() !== '', 'may not be blank');

const addressInformation = z
	.object({
		name: filled,
		streetName: filled,
		houseNumber: filled,
		houseNumberAddition: z.string().optional(),
		postcode: filled,
		cityName: z.string().optional(),
		countryCode: z.string().regex(/^[A-Z]{2}$/, 'is not a country code of two letters'),
	})
	.strict();

// A bare "P", as RoutiGo's own plugin makes of midnight, is no duration.
const timeOfDay = z
	.string()
	.regex(/^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/, 'is not an ISO 8601 duration since midnight')
	.nullish();

const order = z
	.object({
		identifier: z.union([filled, z.number()]).transform(String),
		scheduledDeliveryDate: z.string().refine(isDate, 'is not a date such as 2031-05-14'),
		deliveryLocation: z
			.object({ addressInformation, visitAfter: timeOfDay, visitBefore: timeOfDay })
			.strict(),
		pickupLocation: z.object({ addressInformation }).strict().nullish(),
	})
	.strict();

/** An order as it was uploaded. */
export type Order = z.output<typeof order>;

/** Checks an upload; throws a problem that names what is wrong, and then takes none of it. */
export function ordersOf(body: unknown): Order[] {
	if (!Array.isArray(body) || body.length === 0) {
		throw new Problem(400, 'The body has to be an array of orders');
	}
	const parsed = z.array(order).safeParse(body);
	if (!parsed.success) throw fieldProblem(parsed.error);
	return parsed.data;
}

function isDate(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	// JavaScript turns 30 February into 2 March.
	return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
