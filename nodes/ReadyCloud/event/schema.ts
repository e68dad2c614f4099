import { z } from 'zod';

import { isRecord } from '../../shared/basic/values';

/**
 * One object of ReadyCloud: the body of a delivery, and a result of the API. Only the keys that this
 * package reads are named; most values are null in ReadyCloud's examples, so each is read as what it
 * turns out to be (docs/vendors.md#readycloud-orders).
 */
export interface ReadyCloudObject {
	/** A path on ReadyCloud's host, and the only place where ids stand. */
	url?: unknown;
	updated_at?: unknown;
	[key: string]: unknown;
}

/** An order, with its boxes compact or in full. An acceptance scan has only `url` in common with it. */
export interface ReadyCloudOrder extends ReadyCloudObject {
	primary_id?: unknown;
	order_number?: unknown;
	po_number?: unknown;
	nested_updated_at?: unknown;
	shipping?: unknown;
	billing?: unknown;
	boxes?: unknown;
	notes?: unknown;
}

/** One delivery: a body, and what ReadyCloud leaves to the URL to tell. */
export interface ReadyCloudPayload {
	/** The entity that the called URL was registered for; `null` where the URL names none. */
	entity: string | null;
	body: ReadyCloudObject;
	/** The whole order, where it was fetched after the delivery. It never enters the `eventId`. */
	order?: ReadyCloudOrder;
}

/** Any object. It is kept as it came instead of being copied, as it is read on every call. */
export const readyCloudObjectSchema = z.custom<ReadyCloudObject>(isRecord);
export const readyCloudOrderSchema = z.custom<ReadyCloudOrder>(isRecord);

/** A webhook, as list, create and retrieve give it (docs/vendors.md#readycloud-webhooks). */
export const readyCloudWebhookSchema = z
	.object({
		url: z.string(),
		remote_url: z.string(),
		entity: z.string(),
		token: z.string().nullish(),
		created_at: z.string().nullish(),
		updated_at: z.string().nullish(),
		suspended_at: z.string().nullish(),
	})
	.passthrough();

export type ReadyCloudWebhook = z.infer<typeof readyCloudWebhookSchema>;

/** One page of any list. `next` may hold a token: it is followed, but never shown. */
export const readyCloudPageSchema = z.object({
	count: z.unknown().optional(),
	next: z.string().nullish(),
	results: z.array(z.unknown()),
});
