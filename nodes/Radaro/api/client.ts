import { type ICredentialDataDecryptedObject, NodeOperationError } from 'n8n-workflow';

import { ApiClient, type ApiContext } from '../../shared/api/apiClient';
import { checkedBaseUrl } from '../../shared/api/baseUrl';
import { DEFAULT_TIMES, type RequestTimes } from '../../shared/api/limits';
import { pastedOrNull } from '../../shared/basic/pasted';
import { RADARO } from './errors';
import { jobPathOf } from './jobPath';

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
	return new ApiClient(context, {
		vendor: RADARO,
		credential: 'radaroApi',
		baseUrl: baseUrlOf(context, credential),
		pathOf: jobPathOf(context, credential.jobPath),
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
function baseUrlOf(context: ApiContext, credential: ICredentialDataDecryptedObject): string {
	const override = pastedOrNull(credential.baseUrl);
	if (override !== null) return checkedBaseUrl(context, 'Radaro', override);
	const server = Number(credential.server);
	if (!Number.isInteger(server) || server < 1) {
		throw new NodeOperationError(
			context.getNode(),
			`The server number in the Radaro credential must be a whole number, but it is "${String(credential.server)}"`,
			{ description: "Radaro's portal shows it under Settings → General." },
		);
	}
	return server === 1 ? 'https://api.radaro.com.au' : `https://api-${server}.radaro.com.au`;
}
