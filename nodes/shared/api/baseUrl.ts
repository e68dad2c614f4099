import { type IHttpRequestOptions, NodeOperationError } from 'n8n-workflow';

import { AROUND, pastedOrNull } from '../basic/pasted';
import type { ApiContext } from './apiClient';
import { credentialError, type Explanation } from './apiErrors';
import { explainHidden } from './pastedSecrets';

/**
 * Why a base URL that a user entered cannot be one, or `null`: it is no web address, or it holds a query, a
 * fragment, a password, or a character that cannot be seen.
 */
function flawOf(vendorName: string, baseUrl: string): Explanation | null {
	const hidden = explainHidden(`base URL in the ${vendorName} credential`, baseUrl);
	if (hidden !== null || /^https?:\/\/[^/\s?#@]+(\/[^\s?#]*)?$/i.test(baseUrl)) return hidden;
	return {
		message: `The base URL in the ${vendorName} credential is not a web address`,
		description: `It must begin with https:// and hold only the host and, if any, a path. Switch off "Use Another Server" to use ${vendorName}'s own address.`,
	};
}

/**
 * A base URL that a user entered, without a slash at the end and without what came along unseen around it.
 *
 * @throws NodeOperationError when it cannot be one
 */
export function checkedBaseUrl(context: ApiContext, vendorName: string, given: string): string {
	const baseUrl = pastedOrNull(given) ?? '';
	const flaw = flawOf(vendorName, baseUrl);
	if (flaw !== null) throw new NodeOperationError(context.getNode(), flaw.message, flaw);
	return baseUrl.replace(/(?<!\/)\/+$/, '');
}

/**
 * Looks at the base URL in n8n's test of a credential, which shows a code for one that is none. Only that
 * test names the base URL apart from the rest of the address.
 *
 * @throws UserError when it cannot be one
 */
export function checkTestedUrl(vendorName: string, { baseURL }: IHttpRequestOptions): void {
	const flaw = baseURL === undefined ? null : flawOf(vendorName, baseURL);
	if (flaw !== null) throw credentialError(flaw);
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
