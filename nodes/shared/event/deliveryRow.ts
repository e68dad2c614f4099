import { hash } from 'node:crypto';

import {
	type DeliveryEvent,
	isFinal,
	type JobColumns,
	outcomeOf,
	type Provider,
	type Status,
} from './deliveryEvent';

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

/**
 * A stable identifier for an event of a vendor that gives none: the same parts give the same
 * 32 hexadecimal digits, whatever the order of keys. Never put the time of arrival into `parts`.
 */
export function eventIdOf(...parts: unknown[]): string {
	return hash('sha256', canonicalJson(parts)).slice(0, 32);
}

/** JSON with the keys of every object in alphabetical order: a resent event may order them anew. */
function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) => {
		if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
