import { ApiClient, type ApiContext } from '../../shared/api/apiClient';
import type { VendorWords } from '../../shared/api/apiErrors';
import { checkedBaseUrl } from '../../shared/api/baseUrl';
import { DEFAULT_TIMES, type RequestTimes } from '../../shared/api/limits';
import { splitSecrets } from '../../shared/basic/secrets';
import { baseUrlOf } from './baseUrl';

const READYCLOUD: VendorWords = {
	name: 'ReadyCloud',
	keyName: 'access token',
	keyHint:
		'Check the access token in the credential: it may have expired, or its app may not be allowed to do this. With client ID, client secret and refresh token, n8n renews it by itself.',
	urlHint: 'check the base URL in the credential',
	advice: [
		{
			// A page may be headed "Unprocessable Entity" whatever it is about.
			about: /(?<!unprocessable )\bentity\b/i,
			hint: 'ReadyCloud does not offer this event to your account. "Order Delivered" is newer than the others: leave it out if it is refused.',
		},
		{
			about: /remote_url|https/i,
			hint: 'ReadyCloud only calls addresses that begin with https:// and can be reached from the internet. The address of n8n is set by its environment variable WEBHOOK_URL.',
		},
		{
			about: /primary_id/i,
			hint: 'The Primary ID must be given and unique: use another one, or update the existing order.',
		},
		{ about: /quantity/i, hint: 'Each item needs a whole number as its quantity.' },
		{
			// The text of a tag is sent as `value`; other fields have values, too.
			about: /\btags?\b|^value:/i,
			hint: 'A tag has 2 to 35 characters, without / \\ ? # , and full stops.',
		},
	],
	// Also how a deleted organization may be refused, which is not the token's fault.
	explain: (_body, { wanted }, status) =>
		status === 403
			? {
					message: `ReadyCloud gives no access to ${wanted ?? 'this'}`,
					description:
						'It may have been deleted, or the app of the access token is not allowed to use it. Choose another one, or allow the app more in ReadyCloud.',
				}
			: undefined,
};

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
	const { accessToken, clientSecret, refreshToken } = credential;
	return new ApiClient(context, {
		vendor: READYCLOUD,
		credential: 'readyCloudApi',
		baseUrl: checkedBaseUrl(context, 'ReadyCloud', baseUrlOf(credential.baseUrl)),
		secrets: [accessToken, clientSecret, refreshToken].flatMap(splitSecrets),
		isRenewable: true,
		...times,
	});
}

/** A key that ends in `token` with what follows it, in JSON, also if it is cut off, and in plain words. */
const TOKEN = /(token\\?"?\s*[:=]\s*\\?"?)[^"\\\s,;&}]+/gi;

/**
 * What ReadyCloud says, without the tokens of webhooks: an answer about them holds one each, and
 * errors are stored with executions (docs/vendors.md#readycloud-webhooks).
 */
export function tokenless(text: string | null): string | null {
	return text?.replace(TOKEN, '$1***') ?? null;
}
