import { LEGACY_EVENT } from './defaults';
import type { Tour } from './model';
import type { RoutigoSettings } from './settings';
import { tasksOf } from './things';

/** The legacy body as far as RoutiGo's own plugin reads it. */
export function legacyBody(tour: Tour, { legacyDepotLeg }: RoutigoSettings): unknown {
	const legs = tasksOf(tour).map(({ assignment, shipment }) => ({
		// What the suffix means is not known.
		parcelId: `${shipment.order.identifier}_${assignment.kind === 'DELIVERY' ? 'd' : 'p'}`,
		trackingCode: shipment.trackingCode,
	}));
	const depot = legacyDepotLeg ? [{ parcelId: 'DEPOT', trackingCode: null }] : [];
	return { eventType: LEGACY_EVENT, journey: { tourLegs: [...depot, ...legs] } };
}
