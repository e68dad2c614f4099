import { placesOf } from '../../shared/basic/secrets';
import {
	refused,
	type Verification,
	verifyHeader,
	type WebhookCall,
} from '../../shared/trigger/verification';
import { ENTITY_KEY, entityIn } from '../event/webhookEntities';
import { digestOfToken, type WebhookToken } from './memory';

/**
 * ReadyCloud authenticates by the webhook's token, bare in the header `Auth`
 * (docs/vendors.md#readycloud-webhooks). A token is good for the entity of its webhook only, or for
 * those of all webhooks that share it.
 *
 * @param known the tokens of all webhooks that this trigger registered; a digest alone is good for any
 * entity
 * @returns with the entity as a query parameter
 */
export function verifyReadyCloud(
	call: WebhookCall,
	known: ReadonlyArray<WebhookToken | string>,
): Verification {
	const tokens = known.map((token) =>
		typeof token === 'string' ? { tokenDigest: token, entity: null } : token,
	);
	const digests = tokens.map(({ tokenDigest }) => tokenDigest);
	if (!digests.some((digest) => digest !== '')) {
		return refused('no token of a webhook at ReadyCloud is known to this trigger');
	}
	// ReadyCloud's own header: `Authorization` is another one and tells nothing.
	return verifyHeader(call, 'Auth', (token) => {
		// A token that is empty by mistake must not let an empty header through.
		if (token === '') return refused('the header "Auth" is missing or empty');
		const fitting = placesOf(digests)(digestOfToken(token)).flatMap((place) => tokens[place] ?? []);
		if (fitting.length > 0) return verifyEntity(call, fitting);
		return refused(
			token.includes(',')
				? 'the header "Auth" came more than once, or holds more than a token'
				: 'the header "Auth" is none of the tokens of this trigger\'s webhooks',
		);
	});
}

/**
 * Which entity a token has proven: that of the called URL, provided that the token is one of its, or the
 * only one there is where the URL has lost its query.
 *
 * @param fitting the webhooks whose token it is
 */
function verifyEntity({ query }: WebhookCall, fitting: readonly WebhookToken[]): Verification {
	const named = query[ENTITY_KEY];
	const entities = new Set(fitting.map(({ entity }) => entity));
	// Until its webhooks are registered anew, one that an earlier version has made is good for any.
	if (entities.has(null)) return { accepted: true };
	const asked = named === undefined || named === '' ? null : (entityIn(query) ?? '');
	const only = entities.size === 1 ? fitting[0]?.entity : null;
	return asked === null || entities.has(asked)
		? { accepted: true, proven: { [ENTITY_KEY]: asked ?? only ?? '' } }
		: refused(
				'the token in the header "Auth" is that of a webhook for another entity than the address names',
			);
}
