import type { Explanation } from '../../shared/api/apiErrors';
import { numberOrNull } from '../../shared/basic/values';
import type { DeliveryEvent } from '../../shared/event/deliveryEvent';
import { classifyBy } from '../../shared/event/eventCatalogue';
import { receivedFrom } from '../../shared/trigger/bodyLimits';
import { empty, inWords } from '../../shared/trigger/triggerParameters';
import type { Reading, WebhookVendor } from '../../shared/trigger/webhookVendor';
import { RADARO_EVENTS } from '../event/events';
import { normalizeRadaro } from '../event/normalize';
import { type RadaroPayload, radaroPayloadSchema } from '../event/schema';
import { radaroSecrets } from './secrets';
import { verifyRadaro } from './verify';

/** What Radaro contributes to the webhook pipeline. */
export const radaroWebhook: WebhookVendor<RadaroPayload, readonly string[]> = {
	name: 'Radaro',
	setup: {
		missing: 'the field "Webhook Tokens" of its credential in n8n is empty',
		proof: ({ length }) =>
			length === 1
				? 'Its credential in n8n holds 1 webhook token. Whether Radaro sends the same one, you will see when the first event comes.'
				: `Its credential in n8n holds ${length} webhook tokens. Whether Radaro sends one of them, you will see when the first event comes.`,
	},
	events: RADARO_EVENTS.map(({ value }) => value),
	optionsFlaw: highestRatingFlaw,
	...radaroSecrets,
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

/** Why the option "Highest Rating", where it was added, would leave out nothing, or `null`. */
function highestRatingFlaw(options: Record<string, unknown>): Explanation | null {
	const { highestRating } = options;
	if (!('highestRating' in options) || numberOrNull(highestRating) !== null) return null;
	const isEmpty = highestRating === undefined || highestRating === null || highestRating === '';
	return isEmpty
		? empty('option', 'Highest Rating')
		: {
				message: `The option "Highest Rating" is no number, but ${inWords(highestRating)}`,
				description: 'Enter a number from 1 to 10, or remove the option.',
			};
}

/** Why a rating event is left out by the option "Highest Rating", or `null` when it passes. */
export function ratedTooHigh(row: DeliveryEvent, options: Record<string, unknown>): string | null {
	const highest = numberOrNull(options.highestRating);
	if (row.event !== 'rating_received' || row.rating === null || highest === null) return null;
	return row.rating > highest ? 'The rating is above the highest rating of the trigger.' : null;
}
