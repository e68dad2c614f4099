import { type ICredentialDataDecryptedObject, NodeOperationError } from 'n8n-workflow';

import { ApiClient, type ApiContext } from '../../shared/api/apiClient';
import type { VendorWords } from '../../shared/api/apiErrors';
import { checkedBaseUrl } from '../../shared/api/baseUrl';
import { DEFAULT_TIMES, type RequestTimes } from '../../shared/api/limits';
import { splitSecrets } from '../../shared/basic/secrets';
import { textOrNull } from '../../shared/basic/values';

/**
 * Radaro's paths (docs/vendors.md#radaro-paths). The job path is inferred from its siblings and
 * from public programs: no page of Radaro's prints it, so it stands here and nowhere else.
 */
export const PATHS = {
	jobs: '/api/webhooks/jobs/',
	subBrands: '/api/webhooks/sub-brands/',
	completionCodes: '/api/webhooks/completion-codes/',
} as const;

const RADARO: VendorWords = {
	name: 'Radaro',
	keyHint:
		"Check the API key and the server number in the credential. In Radaro's portal, under Settings → General, the key's switch must be on.",
	urlHint: 'check the server number in the credential',
	advice: [
		{
			about: /external_id.*(exist|unique|used|taken|already)/i,
			hint: 'The External ID must be unique: use another one, or update the existing job.',
		},
		{ about: /external_id/i, hint: 'Check the External ID.' },
		{
			about: /driver/i,
			hint: "Check the driver ID: it must be a driver in Radaro's portal.",
		},
		{
			about: /(?<!time[ _-]?)zone|post_code|pending/i,
			hint: 'A pending job needs a delivery zone, or a post code that lies in one.',
		},
		{ about: /phone/i, hint: "Enter the customer's phone number, such as +61390001122." },
		{
			about: /status/i,
			hint: 'Radaro does not allow this status here. A new job may be pending, assigned or not assigned.',
		},
		{ about: /customer/i, hint: "Check the customer's name." },
		{ about: /address/i, hint: 'Check the delivery address.' },
	],
};

/**
 * The client for one execution.
 *
 * @throws NodeOperationError when the credential's key, server number or base URL cannot be used
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
		secrets: [apiKey, ...splitSecrets(credential.webhookTokens)],
		...times,
	});
}

/** The trigger needs only tokens, so a credential may be without a key. */
function apiKeyOf(context: ApiContext, credential: ICredentialDataDecryptedObject): string {
	const apiKey = textOrNull(credential.apiKey);
	if (apiKey !== null) return apiKey;
	throw new NodeOperationError(context.getNode(), 'The Radaro credential has no API key', {
		description: "Copy the Merchant API key from Radaro's portal, Settings → General, into it.",
	});
}

/** Server 1 has no number in its name, all others have (docs/vendors.md#radaro-hosts). */
function baseUrlOf(context: ApiContext, credential: ICredentialDataDecryptedObject): string {
	const override = textOrNull(credential.baseUrl);
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
