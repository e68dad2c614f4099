import { z } from 'zod';

const REQUIRED = 'This field is required.';
const NO_INTEGER = 'A valid integer is required.';
const METRES: Readonly<Record<string, number>> = {
	m: 1,
	cm: 0.01,
	mm: 0.001,
	in: 0.0254,
	ft: 0.3048,
};
const GRAMS: Readonly<Record<string, number>> = {
	g: 1,
	kg: 1000,
	oz: 28.349523125,
	lb: 453.59237,
	lbs: 453.59237,
};
const INSTANT = /^(\d{4}-\d\d-\d\d)([T ]\d\d:\d\d(?::\d\d(?:\.(\d{1,6}))?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** A time in UTC as answers write it, or undefined for what is no time. */
export function toUtc(text: string): string | undefined {
	const [match, day, time = 'T00:00', fraction, zone = 'Z'] = INSTANT.exec(text) ?? [];
	if (match === undefined || day === undefined) return undefined;
	const real = new Date(`${day}T00:00Z`);
	// JavaScript turns 30 February into 2 March.
	if (Number.isNaN(real.getTime()) || !real.toISOString().startsWith(day)) return undefined;
	const date = new Date(`${day}${time.replace(' ', 'T')}${zone}`);
	if (Number.isNaN(date.getTime())) return undefined;
	const rest = fraction === undefined ? '' : `.${fraction.padEnd(6, '0')}`;
	return `${date.toISOString().slice(0, 19)}${rest}Z`;
}

export const TAG_RULE = 'A tag has 2 to 35 characters, and none of / \\ ? # , and the dot.';

/** Whether ReadyCloud takes a tag. */
export function isTag(tag: string): boolean {
	return /^[^/\\?#,.]{2,35}$/u.test(tag);
}

const plain = z.union([z.string(), z.number().transform(String)]);

/** Text, or null. */
export const text = plain.nullable().default(null);
/** Text that has to be there. */
export const requiredText = z
	.union([z.string(), z.number().transform(String)], { required_error: REQUIRED })
	.refine((value) => value.trim() !== '', 'This field may not be blank.');
/** A whole number that has to be there; programs also send it as a text. */
export const wholeNumber = z.preprocess(
	(given) =>
		typeof given === 'string' && /^\s*-?\d+(\.0*)?\s*$/.test(given) ? Number(given) : given,
	z
		.number({ required_error: REQUIRED, invalid_type_error: NO_INTEGER })
		.int({ message: NO_INTEGER }),
);
/** Yes, no, or null. */
export const flag = z.boolean().nullable().default(null);
/** A time, or null. */
export const instant = z
	.string()
	.refine((value) => toUtc(value) !== undefined, 'Datetime has wrong format. Use ISO 8601.')
	.transform((value) => toUtc(value) ?? value)
	.nullable()
	.default(null);
/** Amount and currency in one string, or null. */
export const money = z
	.string()
	.regex(/^-?\d+(\.\d+)? [A-Z]{3}$/, 'Use an amount and a currency, such as "15.00 USD".')
	.nullable()
	.default(null);
/** A length, or null; answers give metres. */
export const length = measure(METRES, 'm');
/** A weight, or null; answers give grams. */
export const weight = measure(GRAMS, 'g');

/** The number in front of a unit or currency. */
export function amountOf(value: string): number {
	return Number.parseFloat(value);
}

type Measure = z.ZodDefault<z.ZodNullable<z.ZodEffects<z.ZodString, string, string>>>;

function measure(units: Readonly<Record<string, number>>, base: string): Measure {
	return z
		.string()
		.transform((value, context) => {
			const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]+)$/.exec(value) ?? [];
			const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
			if (amount !== undefined && factor !== undefined) {
				return `${(Number(amount) * factor).toFixed(4)} ${base}`;
			}
			const known = Object.keys(units).join(', ');
			context.addIssue({ code: 'custom', message: `Use a number and one of: ${known}.` });
			return z.NEVER;
		})
		.nullable()
		.default(null);
}
