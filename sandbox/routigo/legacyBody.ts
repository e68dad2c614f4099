import { LEGACY_EVENT } from './defaults';
import type { Tour } from './model';
import type { RoutigoSettings } from './settings';
import { tasksOf } from './things';

/** The legacy body as far as RoutiGo's own plugin reads it. */
export function legacyBody(tour: Tour, { legacyDepotLeg }: RoutigoSettings): unknown {
	const legs = tasksOf(tour).flatMap(({ assignment, shipment }) => {
		if (!shipment) return [];
		// What the suffix means is not known.
		const suffix = assignment.kind === 'DELIVERY' ? 'd' : 'p';
		const parcelId = `${shipment.order.identifier}_${suffix}`;
		return [{ parcelId, trackingCode: shipment.trackingCode }];
	});
	const depot = legacyDepotLeg ? [{ parcelId: 'DEPOT', trackingCode: null }] : [];
	return { eventType: LEGACY_EVENT, journey: { tourLegs: [...depot, ...legs] } };
}
