import type { DeliveryEvent, JobColumns, Provider, Status } from './deliveryEvent';
import { isFinal, outcomeOf } from './deliveryEvent';

/** The columns that a vendor's mapping must always decide. */
type Decided = 'eventId' | 'event' | 'receivedAt';
type Derived = 'provider' | 'status' | 'outcome' | 'isFinal';
type Known = Pick<DeliveryEvent, Decided> & Partial<Omit<DeliveryEvent, Decided | Derived>>;

/**
 * Builds a whole row from what a vendor's mapping knows: everything else is `null` or empty,
 * `outcome` and `isFinal` follow from the status.
 */
export function deliveryRow(provider: Provider, status: Status, known: Known): DeliveryEvent {
	return {
		eventId: known.eventId,
		provider,
		event: known.event,
		status,
		previousStatus: known.previousStatus ?? null,
		outcome: outcomeOf(status),
		isFinal: isFinal(status),
		occurredAt: known.occurredAt ?? null,
		receivedAt: known.receivedAt,
		jobId: known.jobId ?? null,
		reference: known.reference ?? null,
		orderNumber: known.orderNumber ?? null,
		trackingNumber: known.trackingNumber ?? null,
		trackingUrl: known.trackingUrl ?? null,
		jobType: known.jobType ?? null,
		attempt: known.attempt ?? null,
		recipientName: known.recipientName ?? null,
		recipientPhone: known.recipientPhone ?? null,
		recipientEmail: known.recipientEmail ?? null,
		address: known.address ?? null,
		postCode: known.postCode ?? null,
		city: known.city ?? null,
		country: known.country ?? null,
		latitude: known.latitude ?? null,
		longitude: known.longitude ?? null,
		driverId: known.driverId ?? null,
		driverName: known.driverName ?? null,
		routeId: known.routeId ?? null,
		routeName: known.routeName ?? null,
		windowFrom: known.windowFrom ?? null,
		windowTo: known.windowTo ?? null,
		eta: known.eta ?? null,
		receivedBy: known.receivedBy ?? null,
		proofAt: known.proofAt ?? null,
		proofLatitude: known.proofLatitude ?? null,
		proofLongitude: known.proofLongitude ?? null,
		signatureUrl: known.signatureUrl ?? null,
		photoUrls: known.photoUrls ?? [],
		note: known.note ?? null,
		reason: known.reason ?? null,
		rating: known.rating ?? null,
		customerComment: known.customerComment ?? null,
		items: known.items ?? [],
		itemCount: known.itemCount ?? null,
		amount: known.amount ?? null,
		currency: known.currency ?? null,
		changedFields: known.changedFields ?? [],
		providerEvent: known.providerEvent ?? null,
		providerStatus: known.providerStatus ?? null,
		account: known.account ?? null,
	};
}

/** The job columns of a row: without what only an event has. */
export function jobColumns(row: DeliveryEvent): JobColumns {
	const { eventId, event, previousStatus, receivedAt, changedFields, providerEvent, ...columns } =
		row;
	return columns;
}
