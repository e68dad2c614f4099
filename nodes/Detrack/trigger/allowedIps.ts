import type { Explanation } from '../../shared/api/apiErrors';
import { empty } from '../../shared/trigger/triggerParameters';
import { ipRangeOf } from './ipRanges';

/**
 * Why the option "Allowed IP Addresses" cannot be used, or `null`: with nothing in it, it would let
 * everybody in, and with what is no IP address nobody.
 *
 * @param allowed the option, where it was added
 */
export function allowedIpsFlaw(allowed: unknown): Explanation | null {
	const entries = entriesIn(allowed);
	if (entries.length === 0) return empty('option', 'Allowed IP Addresses');
	const wrong = entries.find((entry) => ipRangeOf(entry) === null);
	return wrong === undefined
		? null
		: {
				message: `"${wrong}" in the option "Allowed IP Addresses" is no IP address`,
				description:
					'Write addresses such as 44.236.78.196 or ranges such as 44.236.78.192/27, and commas between several. Remove the option to allow calls from anywhere.',
			};
}

/** Zero-width characters come along with what is copied from a web page. */
const BETWEEN = /[\s,;\u200B-\u200D\u2060]+/;

/** The entries of the option "Allowed IP Addresses", whether they are any or not. */
export function entriesIn(allowed: unknown): string[] {
	return String(allowed ?? '')
		.split(BETWEEN)
		.filter((entry) => entry !== '');
}
