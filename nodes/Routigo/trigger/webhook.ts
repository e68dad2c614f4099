import type { Explanation } from '../../shared/api/apiErrors';
import { isRecord } from '../../shared/basic/values';
import { classifyBy } from '../../shared/event/eventCatalogue';
import { receivedFrom } from '../../shared/trigger/bodyLimits';
import type { WebhookCall } from '../../shared/trigger/verification';
import { empty } from '../../shared/trigger/triggerParameters';
import type { Reading, WebhookVendor } from '../../shared/trigger/webhookVendor';
import { readSubscriptionOptions } from '../api/subscriptionOptions';
import { ROUTIGO_EVENTS, TRIGGERS } from '../event/events';
import { normalizeRoutigo } from '../event/normalize';
import type { RoutigoPayload } from '../event/schema';
import { tagsIn } from '../event/urlTags';
import { legsIn } from '../event/version1';
import { contextOf, timeIn } from './callContext';
import { routigoSecret } from './secrets';
import { tokensOf, verifyRoutigo } from './verify';

/** What RoutiGo contributes to the webhook pipeline. */
export const routigoWebhook: WebhookVendor<RoutigoPayload, string | null> = {
	name: 'RoutiGo',
	setup: {
		isRegistered: true,
		missing: 'its credential in n8n has no API key or token',
		proof: () =>
			'Its credential in n8n holds a key. Whether the webhooks at RoutiGo were made with the same key, you will see when the first event comes.',
	},
	events: TRIGGERS,
	optionsFlaw: routigoOptionsFlaw,
	...routigoSecret,
	verify: verifyRoutigo,
	textsToMask: (secret) => (secret === null ? [] : tokensOf(secret)),
	read: (body, query, headers) => readRoutigo(body, { query, headers }),
	classify: (payload) => classifyBy(ROUTIGO_EVENTS, payload),
	normalize: normalizeRoutigo,
};

/** Why an option that leaves out notifications at RoutiGo would leave out none, or `null`. */
function routigoOptionsFlaw(options: Record<string, unknown>): Explanation | null {
	const { serviceCentres, supplierToFilterOn } = readSubscriptionOptions({
		serviceCentres: options.serviceCentres,
		supplierToFilterOn: options.supplierToFilterOn,
	});
	if ('serviceCentres' in options && serviceCentres.length === 0) {
		return empty('option', 'Service Centres');
	}
	return 'supplierToFilterOn' in options && supplierToFilterOn === null
		? empty('option', 'Supplier')
		: null;
}

/** The same for a trigger with headers of its user's, which are told whatever they are called. */
export function routigoWebhookWith(extraHeaders: readonly string[]): typeof routigoWebhook {
	return {
		...routigoWebhook,
		read: (body, query, headers) => readRoutigo(body, { query, headers, extraHeaders }),
	};
}

interface Called {
	/** That of the called URL: it names event and type, which the body need not. */
	query?: Record<string, unknown>;
	headers?: WebhookCall['headers'];
	/** The names of those that the user has registered. */
	extraHeaders?: readonly string[];
}

function readRoutigo(
	body: unknown,
	{ query = {}, headers = {}, extraHeaders = [] }: Called,
): Reading<RoutigoPayload> {
	const members: unknown[] = Array.isArray(body) ? body : [body];
	const tags = tagsIn(query);
	const context = contextOf(query, headers, extraHeaders);
	const time = timeIn(context.headers, extraHeaders);
	return receivedFrom(
		legsOf(members),
		'RoutiGo sends a JSON object or a list of them.',
		// Of which event it is, a body need not know: whoever has one token could write any into it.
		(original) =>
			isFilled(original) ? { payload: { ...tags, body: original, time }, original, context } : null,
	);
}

function* legsOf(members: readonly unknown[]): Generator {
	for (const member of members) {
		if (isRecord(member)) yield* legsIn(member);
		else yield member;
	}
}

/**
 * An empty object is no event, but no reason to complain either: RoutiGo may try a URL out when
 * it is registered, which is not documented.
 */
function isFilled(body: Record<string, unknown>): boolean {
	return Object.keys(body).length > 0;
}
