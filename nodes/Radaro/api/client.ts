import { type ICredentialDataDecryptedObject, NodeOperationError } from 'n8n-workflow';

import { ApiClient, type ApiContext } from '../../shared/api/apiClient';
import { serverOf } from '../../shared/api/baseUrl';
import { DEFAULT_TIMES, type RequestTimes } from '../../shared/api/limits';
import { pastedOrNull } from '../../shared/basic/pasted';
import { RADARO } from './errors';
import { jobPathFlaw, jobPathOf } from './jobPath';
import { serverFlaw } from './server';

/**
 * The client for one execution.
 *
 * @throws NodeOperationError when the credential's key, server number, base URL or job path cannot be used
 */
export async function radaroClient(
	context: ApiContext,
	times: RequestTimes = DEFAULT_TIMES,
): Promise<ApiClient> {
	const credential = await context.getCredentials('radaroApi');
	const apiKey = apiKeyOf(context, credential);
	const flaw = serverFlaw(credential) ?? jobPathFlaw(credential);
	if (flaw !== null) throw new NodeOperationError(context.getNode(), flaw.message, flaw);
	return new ApiClient(context, {
		credential: 'radaroApi',
		...serverOf(context, RADARO, credential, baseUrlOf(credential)),
		pathOf: jobPathOf(credential.jobPath),
		secrets: [apiKey],
		...times,
	});
}

function apiKeyOf(context: ApiContext, credential: ICredentialDataDecryptedObject): string {
	const apiKey = pastedOrNull(credential.apiKey);
	if (apiKey !== null) return apiKey;
	throw new NodeOperationError(context.getNode(), 'The Radaro credential has no API key', {
		description: "Copy the Merchant API key from Radaro's portal, Settings → General, into it.",
	});
}

/** Server 1 has no number in its name, all others have (docs/vendors.md#radaro-hosts). */
function baseUrlOf({ server }: ICredentialDataDecryptedObject): string {
	const number = Number(server);
	return number === 1 ? 'https://api.radaro.com.au' : `https://api-${number}.radaro.com.au`;
}
