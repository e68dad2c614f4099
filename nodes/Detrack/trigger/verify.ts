import { matcherOf } from '../../shared/basic/secrets';
import {
	ACCEPTED,
	refused,
	type Verification,
	verifyHeader,
	type WebhookCall,
} from '../../shared/trigger/verification';
import type { DetrackSecrets } from './secrets';

/**
 * Detrack authenticates by Basic Auth or by a header of one's own; it signs nothing
 * (docs/vendors.md#detrack-proof).
 *
 * @param secrets the header and its values, from `detrackSecrets`
 */
export function verifyDetrack(
	call: WebhookCall,
	{ header, values }: Pick<DetrackSecrets, 'header' | 'values'>,
): Verification {
	if (values.length === 0) {
		return refused('the credential "Detrack Webhook API" of this trigger is not complete');
	}
	return verifyHeader(call, header, (given) => {
		if (given === '') return refused(`the header "${header}" is missing or empty`);
		// Both are looked at, so that the time taken does not tell which of them fits.
		const fits = [given, withPlainScheme(given)].map(matcherOf(values));
		return fits.includes(true)
			? ACCEPTED
			: refused(`the header "${header}" is not what the credential says`);
	});
}

/** The scheme in its usual spelling: its capitals and blanks do not matter, nor does padding. */
function withPlainScheme(value: string): string {
	const token = /^basic +([A-Za-z0-9+/_-]+={0,2}) *$/i.exec(value)?.[1];
	if (token === undefined) return value;
	return `Basic ${Buffer.from(token, 'base64').toString('base64')}`;
}
