import { numberOrNull } from '../../shared/basic/values';
import type { DeliveryEvent } from '../../shared/event/deliveryEvent';
import { classifyBy } from '../../shared/event/eventCatalogue';
import { receivedFrom } from '../../shared/trigger/bodyLimits';
import type { Reading, WebhookVendor } from '../../shared/trigger/webhookVendor';
import { RADARO_EVENTS } from '../event/events';
import { normalizeRadaro } from '../event/normalize';
import { type RadaroPayload, radaroPayloadSchema } from '../event/schema';
import { radaroSecrets } from './secrets';
import { verifyRadaro } from './verify';

/** What Radaro contributes to the webhook pipeline. */
export const radaroWebhook: WebhookVendor<RadaroPayload, readonly string[]> = {
	name: 'Radaro',
	secrets: radaroSecrets,
	isReady: (tokens) => tokens.length > 0,
	verify: verifyRadaro,
	textsToMask: (tokens) => tokens,
	read: readRadaro,
	classify: (payload) => classifyBy(RADARO_EVENTS, payload),
	normalize: normalizeRadaro,
	unwanted: ratedTooHigh,
};

const EXPECTED = 'Radaro sends a JSON object with "topic" and "order_info".';

function readRadaro(body: unknown): Reading<RadaroPayload> {
	const members: unknown[] = Array.isArray(body) ? body : [body];
	if (members.length === 0) return { expected: EXPECTED };
	return receivedFrom(members, EXPECTED, ({ token, ...original }) => ({
		payload: radaroPayloadSchema.parse(original),
		original,
	}));
}

/** Why a rating event is left out by the option "Highest Rating", or `null` when it passes. */
export function ratedTooHigh(row: DeliveryEvent, options: Record<string, unknown>): string | null {
	const highest = numberOrNull(options.highestRating);
	if (row.event !== 'rating_received' || row.rating === null || highest === null) return null;
	return row.rating > highest ? 'The rating is above the highest rating of the trigger.' : null;
}
