import { InvalidInput } from '../../shared/basic/invalidInput';
import { subscriptionOf, type Target } from '../api/subscription';
import { readSubscriptionOptions, type SubscriptionOptions } from '../api/subscriptionOptions';
import type { RoutigoSubscription } from '../event/schema';
import { isTagParameter, tagParameters, type Tags } from '../event/urlTags';
import { authorizationOf, subscriptionToken } from './secrets';

/**
 * The body of one of the trigger's subscriptions: with the tags, and with its token in a header.
 *
 * @param secret that of the URL, from `deriveSecret`
 * @throws InvalidInput when an option cannot be sent, or would replace token or tags
 */
export function triggerSubscription(
	tags: Tags,
	{ secret, ...target }: Target & { secret: string },
	options: SubscriptionOptions,
): RoutigoSubscription {
	const values = readSubscriptionOptions(options);
	const { headers, queryParameters } = values;
	for (const name of Object.keys(headers)) {
		if (name.toLowerCase() === 'authorization') {
			throw clash(`header "${name}"`, 'the proof that a call comes from RoutiGo');
		}
	}
	for (const name of Object.keys(queryParameters)) {
		if (isTagParameter(name)) throw clash(`query parameter "${name}"`, 'what the call is about');
	}
	return subscriptionOf(tags, target, {
		...values,
		headers: { ...headers, Authorization: authorizationOf(subscriptionToken(secret, tags)) },
		queryParameters: { ...queryParameters, ...tagParameters(tags) },
	});
}

function clash(what: string, use: string): InvalidInput {
	return new InvalidInput(
		`The ${what} cannot be set, because this trigger uses it for ${use}. Remove it from the options.`,
	);
}
