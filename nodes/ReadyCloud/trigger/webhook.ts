import { classifyBy } from '../../shared/event/eventCatalogue';
import { isRecord } from '../../shared/basic/values';
import { receivedFrom } from '../../shared/trigger/bodyLimits';
import type { Reading, WebhookVendor } from '../../shared/trigger/webhookVendor';
import { READYCLOUD_EVENTS } from '../event/events';
import { normalizeReadyCloud } from '../event/normalize';
import type { ReadyCloudPayload } from '../event/schema';
import { entityIn } from '../event/webhookEntities';
import { completed } from './fullOrder';
import type { WebhookToken } from './memory';
import { knownTokens, readTokensAgain } from './secrets';
import { verifyReadyCloud } from './verify';

/** What ReadyCloud contributes to the webhook pipeline. */
export const readyCloudWebhook: WebhookVendor<ReadyCloudPayload, readonly WebhookToken[]> = {
	name: 'ReadyCloud',
	setup: {
		isRegistered: true,
		missing: 'no webhook at ReadyCloud belongs to it: publish the workflow',
		proof: ({ length }) =>
			`It knows the token of ${length === 1 ? '1 webhook' : `each of ${length} webhooks`} at ReadyCloud. Whether ReadyCloud still sends the same, you will see when the next event comes.`,
	},
	events: READYCLOUD_EVENTS.map(({ value }) => value),
	secrets: knownTokens,
	isReady: (tokens) => tokens.length > 0,
	verify: verifyReadyCloud,
	refresh: readTokensAgain,
	textsToMask: (tokens) => tokens.map(({ tokenDigest }) => tokenDigest),
	read: readReadyCloud,
	classify: (payload) => classifyBy(READYCLOUD_EVENTS, payload),
	normalize: normalizeReadyCloud,
	complete: completed,
};

/**
 * @param query of the called URL: it names the entity, which the body does not
 */
function readReadyCloud(
	body: unknown,
	query: Record<string, unknown> = {},
): Reading<ReadyCloudPayload> {
	const members: unknown[] = Array.isArray(body) ? body : [body];
	const entity = entityIn(query);
	return receivedFrom(members, 'ReadyCloud sends a JSON object with "url".', (member) => {
		if (!isFilled(member)) return null;
		const body = withoutToken(member);
		return {
			payload: { entity, body },
			// Only who wants it pays for it.
			get original() {
				return tokenless(body);
			},
		};
	});
}

/**
 * An empty object is no event, but no reason to complain either: ReadyCloud may try a URL out
 * before it registers it, and suspends one that does not answer 200.
 */
function isFilled(body: Record<string, unknown>): boolean {
	return Object.keys(body).length > 0;
}

/** A token may also stand in links, as in those to further pages. */
const TOKEN_IN_LINK = /((?:access|bearer|refresh)_token=)[^&#\s"]+/gi;

/** The token comes in a header; a body about webhooks, which nobody has documented, may repeat it. */
function withoutToken(body: Record<string, unknown>): Record<string, unknown> {
	if (!('token' in body)) return body;
	const { token, ...others } = body;
	return others;
}

/** A body without the tokens that stand deeper in it, or in links. How deep it goes is limited before. */
function tokenless(body: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [
			key,
			/(?:^|_)token$/i.test(key) && typeof value === 'string' ? '***' : tokenlessValue(value),
		]),
	);
}

function tokenlessValue(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(TOKEN_IN_LINK, '$1***');
	if (Array.isArray(value)) return value.map(tokenlessValue);
	return isRecord(value) ? tokenless(value) : value;
}
