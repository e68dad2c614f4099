import type { IPollFunctions } from 'n8n-workflow';

import type { ApiClient } from '../api/apiClient';

/**
 * Tells accounts apart where the vendor does not say whose a key is: by the credential. A key that is
 * renewed in it belongs to the same account.
 *
 * @param credential type of the credential, such as `radaroApi`
 */
export function accountOf(
	context: IPollFunctions,
	credential: string,
	{ baseUrl }: ApiClient,
): string {
	return `${baseUrl} ${context.getNode().credentials?.[credential]?.id ?? ''}`;
}
