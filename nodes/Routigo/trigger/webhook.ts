import { isRecord, textOrNull } from '../../shared/basic/values';
import { classifyBy } from '../../shared/event/eventCatalogue';
import type { Reading, WebhookVendor } from '../../shared/trigger/webhookVendor';
import { ROUTIGO_EVENTS } from '../event/events';
import { normalizeRoutigo } from '../event/normalize';
import type { RoutigoPayload } from '../event/schema';
import { tagsIn } from '../event/urlTags';
import { legsIn } from '../event/version1';
import { routigoSecret } from './secrets';
import { tokensOf, verifyRoutigo } from './verify';

/** What RoutiGo contributes to the webhook pipeline. */
export const routigoWebhook: WebhookVendor<RoutigoPayload, string | null> = {
	name: 'RoutiGo',
	secrets: routigoSecret,
	isReady: (secret) => secret !== null,
	verify: verifyRoutigo,
	textsToMask: (secret) => (secret === null ? [] : tokensOf(secret)),
	read: readRoutigo,
	classify: (payload) => classifyBy(ROUTIGO_EVENTS, payload),
	normalize: normalizeRoutigo,
};

/**
 * @param query of the called URL: it names event and type, which the body need not
 */
function readRoutigo(body: unknown, query: Record<string, unknown> = {}): Reading<RoutigoPayload> {
	const members: unknown[] = Array.isArray(body) ? body : [body];
	if (!members.every(isRecord)) {
		return { expected: 'RoutiGo sends a JSON object or a list of them.' };
	}
	const tags = tagsIn(query);
	return {
		received: members
			.filter(isFilled)
			.flatMap(legsIn)
			.map((original) => {
				// Only the older kind of notification names its event itself.
				const event = tags.event ?? textOrNull(original.eventType);
				return { payload: { event, type: tags.type, body: original }, original };
			}),
	};
}

/**
 * An empty object is no event, but no reason to complain either: RoutiGo may try a URL out when
 * it is registered, which is not documented.
 */
function isFilled(body: Record<string, unknown>): boolean {
	return Object.keys(body).length > 0;
}
