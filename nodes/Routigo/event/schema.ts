import { z } from 'zod';

/**
 * One notification: a body, which is any object as none is documented, and what RoutiGo leaves to the
 * URL to tell.
 */
export interface RoutigoPayload {
	/** The trigger in RoutiGo's own word; `null` where no URL names one. */
	event: string | null;
	/** What the body describes: a tour, stop, shipment or assignment. */
	type: string | null;
	body: Record<string, unknown>;
	/** The time that the call's headers tell, where the body has none; ISO 8601. */
	time?: string | null;
}

const text = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
const texts = z.record(z.string(), z.unknown()).nullish().catch(null);

/** What a subscription does, with the nulls that RoutiGo's examples show. */
const actionSchema = z
	.object({
		name: text,
		url: text,
		headers: texts,
		queryParameters: texts,
		minutesToLive: number,
		secondsDelayBeforeRetry: number,
		supplierToFilterOn: text,
	})
	.passthrough();

/**
 * A subscription as RoutiGo answers it (docs/vendors.md#routigo-webhooks). Only the id is needed to
 * work with one; a key of an unexpected type reads as absent.
 */
export const routigoWebhookSchema = z
	.object({
		id: z.string().min(1),
		routigoEvent: text,
		routigoEventType: text,
		serviceCentres: z.array(z.string()).nullish().catch(null),
		action: actionSchema.nullish().catch(null),
	})
	.passthrough();

export type RoutigoWebhook = z.infer<typeof routigoWebhookSchema>;

/** What create and update send. Unset fields are left out (docs/vendors.md#routigo-webhooks). */
export interface RoutigoSubscription {
	routigoEvent: string;
	routigoEventType: string;
	serviceCentres?: string[];
	action: {
		name: string;
		url: string;
		headers?: Record<string, string>;
		queryParameters?: Record<string, string>;
		minutesToLive?: number;
		secondsDelayBeforeRetry?: number;
		supplierToFilterOn?: string;
	};
}
