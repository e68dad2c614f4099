import { z } from 'zod';
import { keysOf, onlyKnown, type Known } from './fields';
import { Problem } from '../core/problem';
import { fieldProblem } from './problem';
import type { RoutigoSettings } from './settings';

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

const ADDRESS: Known = { addressInformation: keysOf(addressInformation.shape) };
const KNOWN: Known = {
	identifier: true,
	scheduledDeliveryDate: true,
	deliveryLocation: { ...ADDRESS, visitAfter: true, visitBefore: true },
	pickupLocation: ADDRESS,
};

/** Checks an upload; throws a problem that names what is wrong, and then takes none of it. */
export function ordersOf(settings: RoutigoSettings, body: unknown): Order[] {
	const { unknownOrderFields, badOrderStatus, mostOrders } = settings;
	if (!Array.isArray(body) || body.length === 0) {
		throw new Problem(badOrderStatus, 'The body has to be an array of orders');
	}
	if (mostOrders !== null && body.length > mostOrders) {
		throw new Problem(badOrderStatus, `At most ${mostOrders} orders can be sent at once`);
	}
	const ignored = unknownOrderFields === 'ignored';
	const parsed = z
		.array(order)
		.safeParse(ignored ? body.map((each: unknown) => onlyKnown(each, KNOWN)) : body);
	if (!parsed.success) throw fieldProblem(badOrderStatus, parsed.error);
	return parsed.data;
}

function isDate(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	// JavaScript turns 30 February into 2 March.
	return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
