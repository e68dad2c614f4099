import type { VendorWords } from '../../shared/api/apiErrors';
import { idOrNull, keysOf } from '../../shared/basic/values';
import { PUBLIC_ADDRESS_VARIABLE } from '../../shared/basic/publicAddress';

/** How to speak of RoutiGo, and what to do about what it complains of. */
export const ROUTIGO: VendorWords = {
	name: 'RoutiGo',
	isObject: (value) => idOrNull(keysOf(value).id) !== null,
	keyHint:
		"Check the API key or token in the credential. RoutiGo's support hands out keys; a supplier key is not enough.",
	rightsHint:
		"The key is known, but may not do this. Ask RoutiGo's support for a regular API key, which has the rights of a planner; a supplier key is not enough.",
	urlHint: "check n8n's way to the internet",
	baseUrlEnd: 'in /api',
	advice: [
		{
			about: /routigoEventType|event ?type/i,
			hint: 'RoutiGo may not allow this event together with what the notification describes: choose another.',
		},
		{ about: /routigoEvent|event/i, hint: 'Check the event.' },
		{
			about: /url/i,
			hint: `Check the address to call: it must begin with https:// or http://. That of a trigger follows from n8n's ${PUBLIC_ADDRESS_VARIABLE}.`,
		},
		{ about: /service ?cent/i, hint: 'Check the codes of the service centres.' },
		{ about: /supplier/i, hint: 'Check the code of the supplier.' },
	],
};
