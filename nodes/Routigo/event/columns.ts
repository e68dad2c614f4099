import { idOrNull, isRecord, textOrNull, webUrlOrNull } from '../../shared/basic/values';
import type { JobType, Status } from '../../shared/event/deliveryEvent';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import { type Assignment, mainKind } from './assignments';
import { findValues, type FoundValues } from './findValues';
import { ID_NAMES, NAMES } from './names';
import { recipientOf } from './recipient';
import type { RoutigoPayload } from './schema';
import { identifierIn, trackingUrlOf } from './version1';
import { dayIn, timeOn, windowIn } from './windows';

/**
 * What each column of a notification is made from, under the names in `names.ts`. Columns that are
 * not here are settled by the trigger and the end statuses, or always empty.
 *
 * @param assignments what the body tells of
 * @param status the status after the event
 */
export function columnsOf(
	payload: RoutigoPayload,
	assignments: readonly Assignment[],
	status: Status,
): KnownColumns {
	const found = findValues(payload.body);
	const day = dayIn(found);
	const text = (names: readonly string[]) => textOrNull(found.first(names));
	const id = (names: readonly string[]) => idOrNull(found.first(names));
	const time = (names: readonly string[]) => timeOn(day, found.first(names));
	const trackingCode = id(NAMES.trackingCode);
	const jobType = jobTypeOf(payload, assignments);
	const isDelivered = status === 'delivered' || status === 'partially_delivered';
	// What the body of a tour calls its own is the tour's.
	const tour = payload.type === 'TOUR' ? payload.body : {};
	return {
		occurredAt: time(NAMES.occurredAt) ?? payload.time,
		jobId: jobIdOf(payload, found),
		reference: id(NAMES.reference) ?? identifierIn(found.first(NAMES.parcelId)),
		orderNumber: id(NAMES.orderNumber),
		trackingNumber: trackingCode ?? id(NAMES.trackingNumber),
		trackingUrl: webUrlOrNull(found.first(NAMES.trackingUrl)) ?? trackingUrlOf(trackingCode),
		jobType,
		...recipientOf(payload, jobType),
		driverId: id(NAMES.driverId),
		driverName: text(NAMES.driverName),
		routeId: id(NAMES.routeId) ?? idOrNull(tour.id),
		routeName: text(NAMES.routeName) ?? textOrNull(tour.name),
		...windowIn(found, day),
		eta: time(NAMES.eta),
		receivedBy: text(NAMES.receivedBy),
		proofAt: isDelivered ? time(NAMES.proofAt) : null,
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
	return {
		reference: idOrNull(order.identifier),
		jobType: 'delivery',
		...recipientOf({ event: null, type: null, body: order }, 'delivery'),
		...windowIn(found, dayIn(found)),
	};
}

/** The id of the stop, shipment or assignment that a body describes; a tour is no job. */
function jobIdOf({ type, body }: RoutigoPayload, found: FoundValues): string | null {
	if (type === 'TOUR') return null;
	const named = type === null ? null : found.first(ID_NAMES.get(type) ?? []);
	return idOrNull(named) ?? idOrNull(body.id) ?? idOrNull(found.first(NAMES.parcelId));
}

/** Whether something is brought or fetched, where a word says it. The jobs of a tour are several. */
function jobTypeOf({ type }: RoutigoPayload, assignments: readonly Assignment[]): JobType | null {
	const kind = type === 'TOUR' && assignments.length > 1 ? null : mainKind(assignments);
	return kind === 'other' ? null : kind;
}

function photoUrlsOf(found: FoundValues): string[] {
	const entries = found.all(NAMES.photoUrls).flat();
	const urls = entries.map((entry) => webUrlOrNull(isRecord(entry) ? entry.url : entry));
	return [...new Set(urls.filter((url) => url !== null))];
}
