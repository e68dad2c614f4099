import { idOrNull, isRecord, textOrNull, webUrlOrNull } from '../../shared/basic/values';
import type { JobType, Status } from '../../shared/event/deliveryEvent';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import { secondsIn } from './clockTime';
import { findValues, type FoundValues } from './findValues';
import { ID_NAMES, NAMES } from './names';
import { recipientOf } from './recipient';
import type { RoutigoPayload } from './schema';
import { identifierIn, trackingUrlOf } from './version1';

/**
 * What each column of a notification is made from, under the names in `names.ts`. Columns that are
 * not here are settled by the trigger and the end statuses, or always empty.
 *
 * @param found what stands in the payload's body
 * @param status the status after the event
 */
export function columnsOf(
	payload: RoutigoPayload,
	found: FoundValues,
	status: Status,
): KnownColumns {
	const text = (names: readonly string[]) => textOrNull(found.first(names));
	const id = (names: readonly string[]) => idOrNull(found.first(names));
	const time = (names: readonly string[]) => timeOf(found.first(names));
	const trackingCode = id(NAMES.trackingCode);
	// What the body of a tour calls its own is the tour's.
	const tour = payload.type === 'TOUR' ? payload.body : {};
	return {
		occurredAt: time(NAMES.occurredAt),
		jobId: jobIdOf(payload, found),
		reference: id(NAMES.reference) ?? identifierIn(found.first(NAMES.parcelId)),
		orderNumber: id(NAMES.orderNumber),
		trackingNumber: trackingCode ?? id(NAMES.trackingNumber),
		trackingUrl: webUrlOrNull(found.first(NAMES.trackingUrl)) ?? trackingUrlOf(trackingCode),
		jobType: jobTypeOf(text(NAMES.jobType)),
		...recipientOf(found),
		driverId: id(NAMES.driverId),
		driverName: text(NAMES.driverName),
		routeId: id(NAMES.routeId) ?? idOrNull(tour.id),
		routeName: text(NAMES.routeName) ?? textOrNull(tour.name),
		windowFrom: text(NAMES.windowFrom),
		windowTo: text(NAMES.windowTo),
		eta: text(NAMES.eta),
		receivedBy: text(NAMES.receivedBy),
		proofAt: status === 'delivered' ? time(NAMES.proofAt) : null,
		signatureUrl: webUrlOrNull(found.first(NAMES.signatureUrl)),
		photoUrls: photoUrlsOf(found),
		note: text(NAMES.note),
		reason: text(NAMES.reason),
		account: id(NAMES.account),
	};
}

/**
 * What each column of an order is made from, as the order is uploaded. Its window has no zone, because
 * RoutiGo does not say in which it reads one.
 */
export function orderColumnsOf(order: Record<string, unknown>): KnownColumns {
	const found = findValues(order);
	const day = textOrNull(order.scheduledDeliveryDate);
	return {
		reference: idOrNull(order.identifier),
		jobType: 'delivery',
		...recipientOf(found),
		windowFrom: localTime(day, found.first(['visitAfter'])),
		windowTo: localTime(day, found.first(['visitBefore'])),
	};
}

function localTime(day: string | null, time: unknown): string | null {
	const seconds = secondsIn(time);
	if (day === null || seconds === null) return null;
	return `${day}T${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
}

/** The id of the stop, shipment or assignment that a body describes; a tour is no job. */
function jobIdOf({ type, body }: RoutigoPayload, found: FoundValues): string | null {
	if (type === 'TOUR') return null;
	const named = type === null ? null : found.first(ID_NAMES.get(type) ?? []);
	return idOrNull(named) ?? idOrNull(body.id) ?? idOrNull(found.first(NAMES.parcelId));
}

/** Whether something is brought or fetched, where a word says it. */
function jobTypeOf(word: string | null): JobType | null {
	if (/deliver|drop/i.test(word ?? '')) return 'delivery';
	return /pick.?up|collect/i.test(word ?? '') ? 'collection' : null;
}

/** A time as it came, or in ISO 8601 where it is a number of milliseconds since 1970. */
function timeOf(value: unknown): string | null {
	if (typeof value === 'number') {
		return value > 1e11 && value < 1e14 ? new Date(value).toISOString() : null;
	}
	const text = textOrNull(value);
	return text !== null && /^\d{4}-\d{2}-\d{2}/.test(text) ? text : null;
}

function photoUrlsOf(found: FoundValues): string[] {
	const entries = found.all(NAMES.photoUrls).flat();
	const urls = entries.map((entry) => webUrlOrNull(isRecord(entry) ? entry.url : entry));
	return [...new Set(urls.filter((url) => url !== null))];
}
