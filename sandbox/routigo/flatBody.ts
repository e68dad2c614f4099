import type { Facts } from './facts';

type View = Record<string, unknown>;

/** Everything on one level: the names of fields that several objects have say whose they are. */
export function flatBody(facts: Facts): View {
	const { tour, driver, stop, shipment, assignment, timeWindow } = facts;
	const { name: recipientName, ...address } = facts.address ?? {};
	return {
		tourId: tour.id,
		tourName: tour.name,
		tourStatus: tour.status,
		serviceCentre: tour.serviceCentre,
		driverId: driver?.id,
		driverName: driver?.name,
		stopId: stop?.id,
		stopSequence: stop?.sequence,
		shipmentId: shipment?.id,
		identifier: shipment?.identifier,
		trackingCode: shipment?.trackingCode,
		supplier: shipment?.supplier,
		assignmentId: assignment?.id,
		assignmentType: assignment?.type,
		endStatus: assignment?.endStatus,
		registrations: assignment?.registrations,
		arrivedAt: assignment?.arrivedAt ?? stop?.arrivedAt,
		doneAt: assignment?.doneAt ?? stop?.doneAt,
		windowFrom: timeWindow?.from,
		windowTo: timeWindow?.to,
		recipientName,
		...address,
	};
}
