import { classifyBy } from '../shared/eventCatalogue';
import { isRecord } from '../shared/values';
import type { Reading, WebhookVendor } from '../shared/webhookVendor';
import { RADARO_EVENTS } from './events';
import { normalizeRadaro } from './normalize';
import type { RadaroPayload } from './schema';
import { radaroPayloadSchema } from './schema';
import { ratedTooHigh } from './triggerProperties';
import { verifyRadaro } from './verify';

/** What Radaro contributes to the webhook pipeline. */
export const radaroWebhook: WebhookVendor<RadaroPayload> = {
	name: 'Radaro',
	verify: verifyRadaro,
	read: readRadaro,
	classify: (payload) => classifyBy(RADARO_EVENTS, payload),
	normalize: normalizeRadaro,
	unwanted: ratedTooHigh,
};

function readRadaro(body: unknown): Reading<RadaroPayload> {
	const members: unknown[] = Array.isArray(body) ? body : [body];
	if (members.length === 0 || !members.every(isRecord)) {
		return { expected: 'Radaro sends a JSON object with "topic" and "order_info".' };
	}
	return {
		received: members.map(({ token, ...original }) => ({
			payload: radaroPayloadSchema.parse(original),
			original,
		})),
	};
}
