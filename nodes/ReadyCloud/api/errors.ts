import type { VendorWords } from '../../shared/api/apiErrors';
import { keysOf } from '../../shared/basic/values';
import { ownId } from '../event/urlIds';
import { PUBLIC_ADDRESS_VARIABLE } from '../../shared/basic/publicAddress';

/** How to speak of ReadyCloud, and what to do about what it complains of. */
export const READYCLOUD: VendorWords = {
	name: 'ReadyCloud',
	isObject: (value) => ownId(keysOf(value).url) !== null,
	keyName: 'access token',
	keyHint:
		'Check the access token in the credential: it may have expired, or its app may not be allowed to do this. With Client ID, Client Secret and Refresh Token, n8n renews it by itself.',
	urlHint: "check n8n's way to the internet",
	baseUrlEnd: 'in /api/v2',
	advice: [
		{
			// A page may be headed "Unprocessable Entity" whatever it is about.
			about: /(?<!unprocessable )\bentity\b/i,
			hint: 'ReadyCloud does not offer this event to your account. "Order Delivered" is newer than the others: leave it out if it is refused.',
		},
		{
			about: /remote_url|https/i,
			hint: `ReadyCloud only calls addresses that begin with https:// and can be reached from the internet. The address of n8n is set by its ${PUBLIC_ADDRESS_VARIABLE}.`,
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
