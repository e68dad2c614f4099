import { idOrNull, textOrNull } from '../../shared/basic/values';
import type { DeliveryEvent, JobColumns, Occurrence } from '../../shared/event/deliveryEvent';
import { deliveryRow, eventIdOf, jobRow, type KnownColumns } from '../../shared/event/deliveryRow';
import { secondsIn } from './clockTime';
import { jobTypeOf, recipientOf, recordedOf, tourOf } from './columns';
import { type Found, foundIn } from './findValues';
import type { RoutigoPayload } from './schema';
import { endStatusesOf, statusAfter } from './statuses';
import { identifierIn, trackingUrlOf } from './version1';

/**
 * One notification of RoutiGo as a delivery event. Its bodies are not documented, so nothing is
 * required: event and type come from the tags, all else from what is found
 * (docs/vendors.md#routigo-columns).
 *
 * @param receivedAt ISO 8601 instant of the arrival; it never enters the `eventId`
 */
export function normalizeRoutigo(
	payload: RoutigoPayload,
	occurrence: Occurrence,
	receivedAt: string,
): DeliveryEvent {
	const { event, type, body } = payload;
	const found = foundIn(body);
	const endStatuses = endStatusesOf(found.all('endStatus'));
	const status = statusAfter(event, endStatuses);
	const recorded = recordedOf(found);
	return deliveryRow('routigo', status, {
		...recipientOf(found),
		...tourOf(found),
		...recorded,
		...numbersOf(found),
		...idsOf(type, body, found),
		proofAt: status === 'delivered' ? recorded.proofAt : null,
		jobType: jobTypeOf(found),
		eventId: eventIdOf('routigo', event, type, body),
		event: occurrence.event,
		receivedAt,
		providerEvent: event,
		providerStatus: endStatuses.join(', ') || textOrNull(body.status),
	});
}

/**
 * An order as it is uploaded, in the same columns. Its window has no zone, because RoutiGo does not
 * say in which it reads one.
 */
export function normalizeRoutigoOrder(order: Record<string, unknown>): JobColumns {
	const found = foundIn(order);
	const day = textOrNull(order.scheduledDeliveryDate);
	return jobRow('routigo', 'unknown', {
		...recipientOf(found),
		reference: idOrNull(order.identifier),
		jobType: 'delivery',
		windowFrom: localTime(day, found.first('visitAfter')),
		windowTo: localTime(day, found.first('visitBefore')),
	});
}

function localTime(day: string | null, time: unknown): string | null {
	const seconds = secondsIn(time);
	if (day === null || seconds === null) return null;
	return `${day}T${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
}

/** The numbers by which people know an order. */
function numbersOf(found: Found): KnownColumns {
	const trackingCode = idOrNull(found.first('trackingCode', 'trackAndTraceCode'));
	return {
		reference:
			idOrNull(
				found.first(
					'identifier',
					'externalReference',
					'externalId',
					'customerReference',
					'reference',
				),
			) ?? identifierIn(found.first('parcelId')),
		orderNumber: idOrNull(found.first('orderNumber', 'orderId')),
		trackingNumber: trackingCode ?? idOrNull(found.first('trackingNumber', 'barcode')),
		trackingUrl:
			textOrNull(found.first('trackingUrl', 'trackingLink')) ?? trackingUrlOf(trackingCode),
	};
}

/** Under what names a body may hold the id of what it describes. */
const ID_NAMES = new Map([
	['STOP', ['stopId']],
	['SHIPMENT', ['shipmentId', 'consignmentId']],
	['ASSIGNMENT', ['assignmentId', 'taskId']],
]);

/** The id of what the body describes: of a tour it is the route's, of anything smaller the job's. */
function idsOf(type: string | null, body: Record<string, unknown>, found: Found): KnownColumns {
	const own = idOrNull(body.id);
	if (type === 'TOUR') {
		const tour = tourOf(found);
		return { routeId: tour.routeId ?? own, routeName: tour.routeName ?? textOrNull(body.name) };
	}
	const named = type === null ? null : idOrNull(found.first(...(ID_NAMES.get(type) ?? [])));
	return { jobId: named ?? own ?? idOrNull(found.first('parcelId')) };
}
