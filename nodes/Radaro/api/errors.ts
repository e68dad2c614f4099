import type { VendorWords } from '../../shared/api/apiErrors';
import { idOrNull, keysOf } from '../../shared/basic/values';

const KEY_SWITCH = "In Radaro's portal, under Settings → General, the key's switch must be on.";

/** How to speak of Radaro, and what to do about what it complains of. */
export const RADARO: VendorWords = {
	name: 'Radaro',
	isObject: (value) => idOrNull(keysOf(value).order_id) !== null,
	keyHint: `Check the API key in the credential, and its server number unless "Use Another Server" is on. ${KEY_SWITCH}`,
	otherServerKeyHint: `Check the API key in the credential. ${KEY_SWITCH}`,
	urlHint: 'check the server number in the credential',
	baseUrlEnd: 'before /api',
	// The path is inferred (docs/vendors.md#radaro-paths).
	pathHint:
		"If this happens with every job, ask Radaro's support for the path of jobs, and enter it as Job Path in the credential.",
	advice: [
		{
			about: /external_id.*(exist|unique|used|taken|already)/i,
			hint: 'The External ID must be unique: use another one, or update the existing job.',
		},
		{ about: /external_id/i, hint: 'Check the External ID.' },
		{
			about: /driver/i,
			hint: "Check the driver: it must be one in Radaro's portal.",
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
