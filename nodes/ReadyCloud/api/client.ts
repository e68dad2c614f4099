import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ApiClient, type ApiContext } from '../../shared/api/apiClient';
import { inOneText, type VendorWords } from '../../shared/api/apiErrors';
import { serverOf } from '../../shared/api/baseUrl';
import { DEFAULT_TIMES, type RequestTimes } from '../../shared/api/limits';
import { addressWithoutValues } from '../../shared/api/withoutValues';
import { splitSecrets } from '../../shared/basic/secrets';
import { baseUrlOf } from './baseUrl';
import { READYCLOUD } from './errors';
import { missingToRenew } from './renewable';

/**
 * The client for one execution, one activation or one delivery.
 *
 * @throws NodeOperationError when the credential's base URL cannot be used
 */
export async function readyCloudClient(
	context: ApiContext,
	times: RequestTimes = DEFAULT_TIMES,
): Promise<ApiClient> {
	const credential = await context.getCredentials('readyCloudApi');
	return new ApiClient(context, {
		credential: 'readyCloudApi',
		...serverOf(context, vendorFor(credential), credential, baseUrlOf(null)),
		secrets: secretsIn(credential),
		freshSecrets: async () => secretsIn(await context.getCredentials('readyCloudApi')),
		isRenewable: true,
		...times,
	});
}

/** How to speak of ReadyCloud when it refuses the token of this credential. */
function vendorFor(credential: ICredentialDataDecryptedObject): VendorWords {
	const missing = missingToRenew(credential);
	return missing === null ? READYCLOUD : { ...READYCLOUD, keyHint: inOneText(missing) };
}

function secretsIn({ accessToken, clientSecret, refreshToken }: ICredentialDataDecryptedObject) {
	return [accessToken, clientSecret, refreshToken].flatMap(splitSecrets);
}

/** A key that ends in `token` with what follows it, in JSON, also if it is cut off, and in plain words. */
const TOKEN = /(token\\?"?\s*[:=]\s*\\?"?)[^"\\\s,;&}]+/gi;

/** An address as it stands among words, without the sign behind it. */
const ADDRESS = /https?:\/\/[^\s"\\]+?(?=[;,]?(?:[\s"\\]|$))/gi;

/**
 * What ReadyCloud says, without the tokens of webhooks and the values in their addresses: an answer
 * about them holds these, and errors are stored with executions (docs/vendors.md#readycloud-webhooks).
 */
export function tokenless(text: string | null): string | null {
	const shown = text?.replace(ADDRESS, (address) => String(addressWithoutValues(address)));
	return shown?.replace(TOKEN, '$1***') ?? null;
}
