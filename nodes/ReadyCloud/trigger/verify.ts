import { matcherOf } from '../../shared/basic/secrets';
import type { Verification, WebhookCall } from '../../shared/trigger/webhookVendor';
import { digestOfToken } from './memory';

/** ReadyCloud's own header: `Authorization` is another one and proves nothing. */
const HEADER = 'auth';

/**
 * ReadyCloud proves itself by the webhook's token, bare in the header `Auth`
 * (docs/vendors.md#readycloud-webhooks).
 *
 * @param digests of the tokens of all webhooks that this trigger registered
 */
export function verifyReadyCloud(call: WebhookCall, digests: readonly string[]): Verification {
	if (!digests.some((digest) => digest !== '')) {
		return refused('no token of a webhook at ReadyCloud is known to this trigger');
	}
	const [token = '', ...more] = tokensIn(call.headers);
	if (more.length > 0) return refused('the header "Auth" came more than once');
	// A token that is empty by mistake must not let an empty header through.
	if (token === '') return refused('the header "Auth" is missing or empty');
	if (matcherOf(digests)(digestOfToken(token))) return { accepted: true };
	return refused(
		token.includes(',')
			? 'the header "Auth" came more than once, or holds more than a token'
			: 'the header "Auth" is none of the tokens of this trigger\'s webhooks',
	);
}

/**
 * All values under that name, whatever its capitals. Node.js gives one lower-case name, and joins
 * repeated headers by commas; other servers in front of n8n may not.
 */
function tokensIn(headers: WebhookCall['headers']): string[] {
	return Object.entries(headers)
		.filter(([name]) => name.toLowerCase() === HEADER)
		.flatMap(([, value]) => value ?? []);
}

function refused(reason: string): Verification {
	return { accepted: false, reason };
}
