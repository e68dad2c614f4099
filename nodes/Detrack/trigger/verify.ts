import { matcherOf } from '../../shared/basic/secrets';
import {
	ACCEPTED,
	refused,
	type Verification,
	verifyHeader,
	type WebhookCall,
} from '../../shared/trigger/verification';

/**
 * Detrack proves itself by Basic Auth or by a header of one's own; it signs nothing
 * (docs/vendors.md#detrack-proof).
 *
 * @param secrets the lines of a header that count as proof, all for one name: `name: value`
 */
export function verifyDetrack(call: WebhookCall, secrets: readonly string[]): Verification {
	const [first] = secrets;
	if (first === undefined) {
		return refused('the credential "Detrack Webhook API" of this trigger is not complete');
	}
	const name = first.slice(0, first.indexOf(':'));
	return verifyHeader(call, name, (value) => {
		if (value === '') return refused(`the header "${name}" is missing or empty`);
		const isProof = matcherOf(secrets);
		// Both are looked at, so that the time taken does not tell which of them fits.
		const fits = [value, withPlainScheme(value)].map((form) => isProof(`${name}: ${form}`));
		return fits.includes(true)
			? ACCEPTED
			: refused(`the header "${name}" is not what the credential says`);
	});
}

/** The scheme in its usual spelling: its capitals and blanks do not matter, nor does padding. */
function withPlainScheme(value: string): string {
	const token = /^basic +([A-Za-z0-9+/_-]+={0,2}) *$/i.exec(value)?.[1];
	if (token === undefined) return value;
	return `Basic ${Buffer.from(token, 'base64').toString('base64')}`;
}
