import { type ICredentialDataDecryptedObject, NodeOperationError } from 'n8n-workflow';

import { ApiClient, type ApiContext } from '../../shared/api/apiClient';
import { serverOf } from '../../shared/api/baseUrl';
import { DEFAULT_TIMES, type RequestTimes } from '../../shared/api/limits';
import { pastedOrNull } from '../../shared/basic/pasted';
import { ROUTIGO } from './errors';

/** Where the API is (docs/vendors.md#routigo-hosts). */
const BASE_URL = 'https://api.routigo.com/api';

/**
 * The client for one execution, or for one registration of the trigger.
 *
 * @param hiddenInErrors what RoutiGo might repeat of a request and nobody may read
 * @throws NodeOperationError when the credential has no usable key or base URL
 */
export async function routigoClient(
	context: ApiContext,
	times: RequestTimes = DEFAULT_TIMES,
	hiddenInErrors: readonly string[] = [],
): Promise<ApiClient> {
	const credential = await context.getCredentials('routigoApi');
	const keyName = credential.authentication === 'bearer' ? 'token' : 'API key';
	const vendor = { ...ROUTIGO, keyName };
	return new ApiClient(context, {
		credential: 'routigoApi',
		...serverOf(context, vendor, credential, BASE_URL),
		secrets: [secretOf(context, credential)],
		hiddenInErrors,
		...times,
	});
}

function secretOf(context: ApiContext, credential: ICredentialDataDecryptedObject): string {
	const secret = apiSecretOf(credential);
	const name = credential.authentication === 'bearer' ? 'user token' : 'API key';
	if (secret === null) {
		throw new NodeOperationError(context.getNode(), `The RoutiGo credential has no ${name}`, {
			description: "RoutiGo's support hands out API keys. Enter yours in the credential.",
		});
	}
	return secret;
}

/** What a credential proves itself with: the API key, or the user token; `null` when it is empty. */
export function apiSecretOf(credential: Record<string, unknown>): string | null {
	return pastedOrNull(
		credential.authentication === 'bearer' ? credential.token : credential.apiKey,
	);
}
