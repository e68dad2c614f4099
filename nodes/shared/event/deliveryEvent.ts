import { z } from 'zod';

/**
 * The delivery event: one flat row with the same columns from every vendor.
 * docs/delivery-event.md describes every column for users.
 */
export const SCHEMA_VERSION = 1;

export const PROVIDERS = ['radaro', 'detrack', 'routigo', 'readyCloud'] as const;

export const EVENTS = [
	'job_created',
	'status_changed',
	'job_updated',
	'job_deleted',
	'proof_added',
	'rating_received',
	'checklist_submitted',
	'items_changed',
	'eta_changed',
	'driver_arriving',
	'route_planned',
	'route_assigned',
	'route_unassigned',
	'route_started',
	'route_finished',
	'route_optimised',
	'acceptance_scanned',
	'contact_changed',
	'packaging_changed',
	'unknown',
] as const;

export const STATUSES = [
	'created',
	'scheduled',
	'assigned',
	'picked_up',
	'in_transit',
	'out_for_delivery',
	'arriving',
	'delivered',
	'partially_delivered',
	'attempt_failed',
	'on_hold',
	'returned',
	'cancelled',
	'unknown',
] as const;

export const OUTCOMES = ['pending', 'success', 'partial', 'failure', 'cancelled'] as const;

export const JOB_TYPES = ['delivery', 'collection'] as const;

const text = z.string().nullable();
const number = z.number().nullable();
const integer = z.number().int().nullable();

export const deliveryItemSchema = z.object({
	sku: text,
	description: text,
	quantity: number,
	rejectedQuantity: number,
	reason: text,
});

/** Every column, in the order in which a new sheet gets its headings. */
export const deliveryEventSchema = z.object({
	eventId: z.string(),
	provider: z.enum(PROVIDERS),
	event: z.enum(EVENTS),
	status: z.enum(STATUSES),
	previousStatus: z.enum(STATUSES).nullable(),
	outcome: z.enum(OUTCOMES),
	isFinal: z.boolean(),
	occurredAt: text,
	receivedAt: z.string(),
	jobId: text,
	reference: text,
	orderNumber: text,
	trackingNumber: text,
	trackingUrl: text,
	jobType: z.enum(JOB_TYPES).nullable(),
	attempt: integer,
	recipientName: text,
	recipientPhone: text,
	recipientEmail: text,
	address: text,
	postCode: text,
	city: text,
	country: text,
	latitude: number,
	longitude: number,
	driverId: text,
	driverName: text,
	routeId: text,
	routeName: text,
	windowFrom: text,
	windowTo: text,
	eta: text,
	receivedBy: text,
	proofAt: text,
	proofLatitude: number,
	proofLongitude: number,
	signatureUrl: text,
	photoUrls: z.array(z.string()),
	note: text,
	reason: text,
	rating: number,
	customerComment: text,
	items: z.array(deliveryItemSchema),
	itemCount: integer,
	amount: text,
	currency: text,
	changedFields: z.array(z.string()),
	providerEvent: text,
	providerStatus: text,
	account: text,
	stateId: z.string(),
	eventName: text,
});

/** The columns of a job that is not part of an event: what `Simplify` gives. */
export const jobColumnsSchema = deliveryEventSchema.omit({
	eventId: true,
	event: true,
	previousStatus: true,
	receivedAt: true,
	changedFields: true,
	providerEvent: true,
});

export type DeliveryEvent = z.infer<typeof deliveryEventSchema>;
export type DeliveryItem = z.infer<typeof deliveryItemSchema>;
export type JobColumns = z.infer<typeof jobColumnsSchema>;
export type Provider = DeliveryEvent['provider'];
export type EventName = DeliveryEvent['event'];
export type Status = DeliveryEvent['status'];
export type Outcome = DeliveryEvent['outcome'];
export type JobType = NonNullable<DeliveryEvent['jobType']>;

const OUTCOME_OF: Partial<Record<Status, Outcome>> = {
	delivered: 'success',
	partially_delivered: 'partial',
	attempt_failed: 'failure',
	returned: 'failure',
	cancelled: 'cancelled',
};

/** What a status says about the result; a status that settles nothing is `pending`. */
export function outcomeOf(status: Status): Outcome {
	return OUTCOME_OF[status] ?? 'pending';
}

/** Whether the outcome is settled. A failed attempt is not: it may be tried again. */
export function isFinal(status: Status): boolean {
	const outcome = outcomeOf(status);
	return outcome !== 'pending' && status !== 'attempt_failed';
}

/** Which event a payload is. */
export interface Occurrence {
	event: EventName;
	/** The words of the trigger's list for it, those of the entry that says most; `null` where none fits. */
	name: string | null;
	/** The values of the trigger's `events` parameter that this payload fulfils. */
	choices: readonly string[];
}
