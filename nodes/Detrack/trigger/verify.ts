import { matcherOf } from '../../shared/basic/secrets';
import {
	ACCEPTED,
	refused,
	type Verification,
	verifyHeader,
	type WebhookCall,
} from '../../shared/trigger/verification';
import { entriesIn } from './allowedIps';
import { ipNumberOf, type IpRange, ipRangeOf, isInRange } from './ipRanges';
import type { DetrackSecrets } from './secrets';

/**
 * Detrack authenticates by Basic Auth or by a header of one's own; it signs nothing
 * (docs/vendors.md#detrack-proof). Where the call comes from is looked at first.
 *
 * @param secrets the header and its values, from `detrackSecrets`
 * @param allowedIps the trigger's option; all may call without it, and nobody where it is empty
 */
export function verifyDetrack(
	call: WebhookCall,
	{ header, values, flaw }: Pick<DetrackSecrets, 'header' | 'values' | 'flaw'>,
	allowedIps?: unknown,
): Verification {
	const place = verifyIpAddress(allowedIps, call.ip);
	if (!place.accepted) return place;
	if (values.length === 0) {
		return refused(
			`the credential "Detrack Webhook API" of this trigger ${flaw === undefined ? 'is not complete' : `is wrong: ${flaw}`}`,
		);
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

/** The IP addresses that Detrack asks to allow (docs/vendors.md#detrack-webhooks). */
export const DETRACK_IP_ADDRESSES = ['44.236.78.196', '44.228.138.42', '52.13.202.33'];

/**
 * Whether a call may come from where it comes from.
 *
 * @param allowed IP addresses and ranges separated by commas, blanks or new lines; `undefined` means
 *   that all may call, and what is neither allows nobody
 * @param ip the caller's IP address as n8n reports it, which depends on its setting for proxies
 */
export function verifyIpAddress(allowed: unknown, ip: string | undefined): Verification {
	const entries = entriesIn(allowed);
	const caller = ip === undefined ? null : ipNumberOf(ip);
	const isAllowed = (range: IpRange | null) =>
		range !== null && caller !== null && isInRange(caller, range);
	if (allowed === undefined || entries.map(ipRangeOf).some(isAllowed)) return ACCEPTED;
	return refused(
		`it came from ${ip ?? 'an unknown address'}, which is not among the allowed IP addresses. Behind a proxy, n8n's setting N8N_PROXY_HOPS decides which address it sees`,
	);
}
