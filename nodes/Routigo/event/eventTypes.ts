/** What a notification may describe (docs/vendors.md#routigo-types). */
export const EVENT_TYPES: readonly string[] = ['TOUR', 'STOP', 'SHIPMENT', 'ASSIGNMENT'];

/** The choice of what suits each trigger, instead of one type for all. */
export const AUTOMATIC = 'automatic';

/**
 * The type of a trigger's subscription. RoutiGo's own list of what goes together could not be read,
 * so no pair is forbidden. Without a choice it is the very thing that the trigger is about, which is
 * the first word of its name.
 */
export function typeOf(trigger: string, chosen = AUTOMATIC): string {
	if (chosen !== AUTOMATIC) return chosen;
	return EVENT_TYPES.find((type) => trigger.startsWith(`${type}_`)) ?? 'ASSIGNMENT';
}
