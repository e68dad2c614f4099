import { NodeOperationError } from 'n8n-workflow';

import type { ApiContext } from './apiClient';

/**
 * A base URL that a user entered, without a slash at the end.
 *
 * @throws NodeOperationError when it is no web address, or holds a query, a fragment or a password
 */
export function checkedBaseUrl(context: ApiContext, vendorName: string, baseUrl: string): string {
	if (/^https?:\/\/[^/\s?#@]+(\/[^\s?#]*)?$/i.test(baseUrl)) return baseUrl.replace(/\/+$/, '');
	throw new NodeOperationError(
		context.getNode(),
		`The base URL in the ${vendorName} credential is not a web address`,
		{
			description: `It must begin with https:// and hold only the host and, if any, a path. Leave it empty to use ${vendorName}'s own address.`,
		},
	);
}
