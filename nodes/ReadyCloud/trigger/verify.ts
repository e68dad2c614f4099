import { matcherOf } from '../../shared/basic/secrets';
import {
	ACCEPTED,
	refused,
	type Verification,
	verifyHeader,
	type WebhookCall,
} from '../../shared/trigger/verification';
import { digestOfToken } from './memory';

/**
 * ReadyCloud authenticates by the webhook's token, bare in the header `Auth`
 * (docs/vendors.md#readycloud-webhooks).
 *
 * @param digests of the tokens of all webhooks that this trigger registered
 */
export function verifyReadyCloud(call: WebhookCall, digests: readonly string[]): Verification {
	if (!digests.some((digest) => digest !== '')) {
		return refused('no token of a webhook at ReadyCloud is known to this trigger');
	}
	// ReadyCloud's own header: `Authorization` is another one and tells nothing.
	return verifyHeader(call, 'Auth', (token) => {
		// A token that is empty by mistake must not let an empty header through.
		if (token === '') return refused('the header "Auth" is missing or empty');
		if (matcherOf(digests)(digestOfToken(token))) return ACCEPTED;
		return refused(
			token.includes(',')
				? 'the header "Auth" came more than once, or holds more than a token'
				: 'the header "Auth" is none of the tokens of this trigger\'s webhooks',
		);
	});
}
