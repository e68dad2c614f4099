import { createHmac } from 'node:crypto';

import { chosenUrl } from '../../shared/trigger/answering';
import { secretsFrom } from '../../shared/trigger/credentialSecrets';
import { apiSecretOf } from '../api/client';
import type { Tags } from '../event/urlTags';

/**
 * The part of a URL that its workflow's test URL ends with, too: what n8n calls the path.
 * With a wrong WEBHOOK_URL the whole need not be a valid one, so it is not parsed.
 */
function pathOf(webhookUrl: string): string {
	return webhookUrl.split('/').slice(-2).join('/');
}

/**
 * The secret of one webhook URL. RoutiGo signs nothing and gives no secret, so we choose it. It
 * is derived instead of stored: nothing can be lost, and several processes of n8n agree on it.
 *
 * @param webhookUrl that of the trigger. n8n tells only the production URL when it is called, also at
 * the test URL, so what these two differ in plays no part.
 * @param apiSecret what the credential authenticates with, see `apiSecretOf`
 */
export function deriveSecret(webhookUrl: string, apiSecret: string): string {
	// With an empty key anybody who knows the URL could derive the secret.
	if (apiSecret === '') throw new Error('A secret cannot be derived from an empty API key.');
	return hmac(apiSecret, `n8n-nodes-lastmile:routigo:${pathOf(webhookUrl)}`);
}

/**
 * What one subscription authenticates with. The tags are part of it: who knows the token of one
 * subscription cannot pass its notifications off as those of another.
 *
 * @param secret that of the URL, from `deriveSecret`
 */
export function subscriptionToken(secret: string, { event, type }: Tags): string {
	return hmac(secret, JSON.stringify([event, type]));
}

/** The value of the header `Authorization` that a subscription is registered with. */
export function authorizationOf(token: string): string {
	return `Bearer ${token}`;
}

function hmac(key: string, text: string): string {
	return createHmac('sha256', key).update(text).digest('hex');
}

/** The secret of a trigger's URL, or `null` where its credential cannot be read or has no key. */
export const routigoSecret = secretsFrom({
	type: 'routigoApi',
	secretsIn(credential, context) {
		const apiSecret = credential === null ? null : apiSecretOf(credential);
		const webhookUrl = chosenUrl(context);
		return apiSecret === null || webhookUrl === undefined
			? null
			: deriveSecret(webhookUrl, apiSecret);
	},
	isReady: (secret) => secret !== null,
});
