import { z } from 'zod';

import { json } from '../core/jsonSchema';
import { isUtcInstant } from './time';

const REQUIRED = { required_error: 'This field is required.' };
const text = z.string({ ...REQUIRED, invalid_type_error: 'Not a valid string.' });
const filled = text.trim().min(1, 'This field may not be blank.');
const integer = z
	.union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
	.pipe(z.number().int());
const instant = text
	.refine(isUtcInstant, 'Datetime has wrong format. Use ISO-8601 in UTC: 2020-02-06T09:00:00Z.')
	.nullable();

const COORDINATES = /^-?\d+(\.\d+)?,\s*-?\d+(\.\d+)?$/;
const location = z
	.object({
		address: text.default(''),
		location: text.default(''),
		raw_address: text.default(''),
		post_code: z.union([text, z.number().transform(String)]).default(''),
		description: text.default(''),
		secondary_address: text.default(''),
	})
	.superRefine((place, context) => {
		const issue = (field: string, message: string): void =>
			context.addIssue({ code: 'custom', path: [field], message });
		if (!place.address.trim() && !place.location) {
			issue('address', 'This field is required, unless location is given.');
		}
		if (place.location && !COORDINATES.test(place.location)) {
			issue('location', 'Use one string: "latitude,longitude".');
		}
	});

/** The fields of a job that may be written, as far as Radaro's pages show them; others are ignored. */
export const inputSchema = z
	.object({
		external_id: z.union([filled, z.number().transform(String)], REQUIRED),
		customer: z.object({ name: filled, email: text, phone: text }).partial(),
		deliver_address: location,
		deliver_address_2: text,
		delivery_zone: integer.nullable(),
		deliver_after: instant,
		deliver_before: instant,
		delivery_interval: json,
		pickup_address: location.nullable(),
		pickup_address_2: text,
		pickup: json,
		pickup_after: instant,
		pickup_before: instant,
		title: text,
		title_2: text,
		title_3: text,
		comment: text,
		pending_comment: text.nullable(),
		customer_review_opt_in: z.boolean(),
		driver: integer.nullable(),
		sub_branding: integer.nullable(),
		status: text,
	})
	.partial();

export type JobInput = z.output<typeof inputSchema>;
