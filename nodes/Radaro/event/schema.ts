import { z } from 'zod';

import { isRecord } from '../../shared/basic/values';

/**
 * One job: `order_info` in a webhook, and a result of the API. Only the keys that this package reads
 * are named; Radaro documents few of their types, so each is read as what it turns out to be
 * (docs/vendors.md#radaro-job).
 */
export interface RadaroJob {
	order_id?: unknown;
	external_id?: unknown;
	status?: unknown;
	customer?: unknown;
	deliver_address?: unknown;
	deliver_address_2?: unknown;
	deliver_after?: unknown;
	deliver_before?: unknown;
	title?: unknown;
	driver?: unknown;
	merchant?: unknown;
	updated_at?: unknown;
	completed_at?: unknown;
	confirmation_signature?: unknown;
	confirmation_comment?: unknown;
	completion_comment?: unknown;
	error_comment?: unknown;
	pending_comment?: unknown;
	customer_comment?: unknown;
	rating?: unknown;
	completion_codes?: unknown;
	cargoes?: unknown;
	public_report_link?: unknown;
	[key: string]: unknown;
}

/** Any object. It is kept as it came instead of being copied, as it is read on every call. */
export const radaroJobSchema = z.custom<RadaroJob>(isRecord);

type Nullish<Value> = Value | null | undefined;

/** One webhook body, without its token. A key of an unexpected type reads as `null`. */
export interface RadaroPayload {
	topic?: string | null;
	event_type?: string | null;
	updated_at?: string | null;
	new_values?: Record<string, unknown> | null;
	old_values?: Record<string, unknown> | null;
	order_info?: RadaroJob | null;
	[key: string]: unknown;
}

/** Without a schema for each key, whose parsing would take longer than all that is read of a body. */
export const radaroPayloadSchema = z
	.custom<RadaroPayload>(isRecord)
	.transform((body): RadaroPayload => ({
		...body,
		topic: textIn(body.topic),
		event_type: textIn(body.event_type),
		updated_at: textIn(body.updated_at),
		new_values: recordIn(body.new_values),
		old_values: recordIn(body.old_values),
		order_info: recordIn(body.order_info),
	}));

function textIn(value: unknown): Nullish<string> {
	return value === undefined || typeof value === 'string' ? value : null;
}

function recordIn(value: unknown): Nullish<Record<string, unknown>> {
	return value === undefined || isRecord(value) ? value : null;
}

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
