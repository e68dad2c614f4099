import { NodeOperationError } from 'n8n-workflow';

import { AROUND, pastedOrNull } from '../basic/pasted';
import type { ApiContext } from './apiClient';
import { explainHidden } from './pastedSecrets';

/**
 * A base URL that a user entered, without a slash at the end and without what came along unseen around it.
 *
 * @throws NodeOperationError when it is no web address, or holds a query, a fragment, a password, or a
 * character that cannot be seen
 */
export function checkedBaseUrl(context: ApiContext, vendorName: string, given: string): string {
	const baseUrl = pastedOrNull(given) ?? '';
	const hidden = explainHidden(`base URL in the ${vendorName} credential`, baseUrl);
	if (hidden !== null) throw new NodeOperationError(context.getNode(), hidden.message, hidden);
	if (/^https?:\/\/[^/\s?#@]+(\/[^\s?#]*)?$/i.test(baseUrl))
		return baseUrl.replace(/(?<!\/)\/+$/, '');
	throw new NodeOperationError(
		context.getNode(),
		`The base URL in the ${vendorName} credential is not a web address`,
		{
			description: `It must begin with https:// and hold only the host and, if any, a path. Leave it empty to use ${vendorName}'s own address.`,
		},
	);
}

/**
 * The base URL in n8n's test of a credential, as an expression: what the user entered, read as above, or
 * the vendor's own.
 *
 * @param own the vendor's base URL as a JavaScript expression, such as `"https://acme.example"`
 */
export function baseUrlExpression(own: string): string {
	const entered = `($credentials.baseUrl || "").replace(${String(AROUND)}, "")`;
	return `={{ (${entered} || ${own}).replace(/(?<!\\/)\\/+$/, "") }}`;
}
