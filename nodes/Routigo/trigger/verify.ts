import { placesOf } from '../../shared/basic/secrets';
import {
	refused,
	type Verification,
	verifyHeader,
	type WebhookCall,
} from '../../shared/trigger/verification';
import { TRIGGERS } from '../event/events';
import { EVENT_TYPES } from '../event/eventTypes';
import { type FoundTags, tagParameters, type Tags, tagsIn } from '../event/urlTags';
import { subscriptionToken } from './secrets';

/**
 * RoutiGo authenticates by the token that we registered as a header (docs/vendors.md#routigo-proof).
 * The token of a subscription is good for its own tags only. A call whose tags got lost on the way is
 * accepted by the token of any subscription, and is then about that one, whatever else it says.
 *
 * @param secret that of the called URL, from `deriveSecret`; `null` where there is none
 * @returns with the tags of the subscription whose token it was, as query parameters
 */
export function verifyRoutigo(call: WebhookCall, secret: string | null): Verification {
	if (secret === null || secret === '') {
		return refused('no secret can be derived, because the credential of this trigger has no key');
	}
	return verifyHeader(call, 'Authorization', (value) => {
		const [, token] = /^bearer +(\S+) *$/i.exec(value) ?? [];
		if (token === undefined) return refused('the header "Authorization" has no bearer token');
		const pairs = fitting(tagsIn(call.query));
		const tokens = pairs.map((pair) => subscriptionToken(secret, pair));
		const [proven] = placesOf(tokens)(token).flatMap((place) => pairs[place] ?? []);
		return proven === undefined
			? refused(
					'the token in the header "Authorization" is not that of the subscription that the address names',
				)
			: { accepted: true, proven: tagParameters(proven) };
	});
}

/** The tokens of all subscriptions. */
export function tokensOf(secret: string): string[] {
	return fitting({ event: null, type: null }).map((pair) => subscriptionToken(secret, pair));
}

/** All pairs that the tags may stand for; with both of them there is one. */
function fitting({ event, type }: FoundTags): Tags[] {
	const events = event === null ? TRIGGERS : [event];
	const types = type === null ? EVENT_TYPES : [type];
	return events.flatMap((one) => types.map((other) => ({ event: one, type: other })));
}
