import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';

import { keysOf } from '../../shared/basic/values';
import { ipRangeOf } from './ipRanges';

/**
 * Refuses what is no IP address when the workflow is published, or listens for a test event: later on,
 * calls would be refused, and only the log would say why.
 *
 * @throws NodeOperationError naming the first of them
 */
export function checkAllowedIps(context: IHookFunctions): void {
	const { allowedIps } = keysOf(context.getNodeParameter('options', {}));
	const wrong = entriesIn(allowedIps).find((entry) => ipRangeOf(entry) === null);
	if (wrong === undefined) return;
	throw new NodeOperationError(
		context.getNode(),
		`"${wrong}" in the option "Allowed IP Addresses" is no IP address`,
		{
			description:
				'Write addresses such as 44.236.78.196 or ranges such as 44.236.78.192/27, and commas between several. Remove the option to allow calls from anywhere.',
		},
	);
}

/** Zero-width characters come along with what is copied from a web page. */
const BETWEEN = /[\s,;\u200B-\u200D\u2060]+/;

/** The entries of the option "Allowed IP Addresses", whether they are any or not. */
export function entriesIn(allowed: unknown): string[] {
	return String(allowed ?? '')
		.split(BETWEEN)
		.filter((entry) => entry !== '');
}
