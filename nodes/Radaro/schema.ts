import { z } from 'zod';

/**
 * What Radaro sends and answers. Only the keys that this package reads are named; all others are
 * kept. A key of an unexpected type reads as absent, because Radaro documents few of them
 * (docs/vendors.md#radaro).
 */
const text = z.string().nullish().catch(null);
const identifier = z.union([z.string(), z.number()]).nullish().catch(null);
const loose = z.unknown().optional();

const locationSchema = z
	.object({ address: text, location: text, post_code: text })
	.passthrough()
	.nullish()
	.catch(null);

const customerSchema = z
	.object({ name: text, email: text, phone: text })
	.passthrough()
	.nullish()
	.catch(null);

const valuesSchema = z.record(z.string(), z.unknown()).nullish().catch(null);

/** One job: `order_info` in a webhook, and a result of the API. */
export const radaroJobSchema = z
	.object({
		order_id: identifier,
		external_id: identifier,
		status: text,
		customer: customerSchema,
		deliver_address: locationSchema,
		deliver_address_2: text,
		deliver_after: text,
		deliver_before: text,
		title: text,
		driver: identifier,
		merchant: identifier,
		updated_at: text,
		completed_at: text,
		confirmation_signature: text,
		confirmation_comment: text,
		completion_comment: text,
		error_comment: text,
		pending_comment: text,
		customer_comment: text,
		rating: loose,
		completion_codes: loose,
		cargoes: loose,
		public_report_link: text,
	})
	.passthrough();

/** One webhook body. */
export const radaroPayloadSchema = z
	.object({
		topic: text,
		event_type: text,
		updated_at: text,
		new_values: valuesSchema,
		old_values: valuesSchema,
		order_info: radaroJobSchema.nullish().catch(null),
	})
	.passthrough();

export type RadaroJob = z.infer<typeof radaroJobSchema>;
export type RadaroPayload = z.infer<typeof radaroPayloadSchema>;

/** A sub-brand, as its list gives it. */
export const radaroSubBrandSchema = z.object({
	id: z.number(),
	merchant: z.number().nullable(),
	name: z.string(),
	logo: z.string().nullable(),
});

/** A completion code, as its list gives it; `type` tells success from failure. */
export const radaroCompletionCodeSchema = z.object({
	id: z.number(),
	code: z.union([z.number(), z.string()]),
	merchant: z.number().nullable(),
	name: z.string(),
	type: z.string(),
});
