import { urlPart } from '../../shared/basic/urlPart';
import { keysOf, recordsIn, textOrNull } from '../../shared/basic/values';

/** The consumers' tracking page (docs/vendors.md#routigo-legacy-body). */
const TRACKING_PAGE = 'https://tracking.routigo.com/?trackingCode=';

/**
 * The legs of the older notification about a planned route, each as a body of its own; the body as
 * it is when it is another one. One by one, as each repeats the rest of the body.
 */
export function* legsIn(body: Record<string, unknown>): Generator<Record<string, unknown>> {
	const journey = keysOf(body.journey);
	const legs = recordsIn(journey.tourLegs);
	if (legs.length === 0) yield body;
	for (const leg of legs) yield { ...body, journey: { ...journey, tourLegs: [leg] } };
}

/**
 * The order's own number in a `parcelId`: what stands before the underscore. RoutiGo's own plugin
 * takes no order from one without an underscore.
 */
export function identifierIn(parcelId: unknown): string | null {
	const [identifier, ...suffix] = (textOrNull(parcelId) ?? '').split('_');
	return suffix.length === 0 ? null : textOrNull(identifier);
}

/** Where a customer sees the delivery. */
export function trackingUrlOf(trackingCode: string | null): string | null {
	return trackingCode === null ? null : `${TRACKING_PAGE}${urlPart(trackingCode)}`;
}
