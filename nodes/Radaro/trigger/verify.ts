import { matcherOf } from '../../shared/basic/secrets';
import { isRecord } from '../../shared/basic/values';
import { MOST_EVENTS } from '../../shared/trigger/bodyLimits';
import {
	ACCEPTED,
	refused,
	type Verification,
	type WebhookCall,
} from '../../shared/trigger/verification';

/**
 * Radaro authenticates by the portal's token in the body, found by name because its place varies
 * (docs/vendors.md#radaro-webhooks). Where a body is a list, every member must carry it.
 *
 * @param tokens those of all portals that may call, old and new ones during a rotation
 */
export function verifyRadaro(call: WebhookCall, tokens: readonly string[]): Verification {
	if (tokens.length === 0) {
		return refused('the credential "Radaro Webhook API" of this trigger has no webhook token');
	}
	const members: unknown[] = Array.isArray(call.body) ? call.body : [call.body];
	if (members.length > MOST_EVENTS) return refused('the body is a list that is too long to check');
	const isToken = matcherOf(tokens);
	const given = members.map((member) => (isRecord(member) ? member.token : undefined));
	if (given.length === 0 || given.includes(undefined)) return refused('the body has no "token"');
	return given.every(isToken)
		? ACCEPTED
		: refused('the "token" in the body is none of the webhook tokens in the credential');
}
