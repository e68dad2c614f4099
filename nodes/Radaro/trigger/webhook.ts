import { classifyBy } from '../../shared/event/eventCatalogue';
import { isRecord } from '../../shared/basic/values';
import type { Reading, WebhookVendor } from '../../shared/trigger/webhookVendor';
import { RADARO_EVENTS } from '../event/events';
import { normalizeRadaro } from '../event/normalize';
import type { RadaroPayload } from '../event/schema';
import { radaroPayloadSchema } from '../event/schema';
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
