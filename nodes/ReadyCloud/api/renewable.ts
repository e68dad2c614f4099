import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Explanation } from '../../shared/api/apiErrors';
import { pastedOrNull } from '../../shared/basic/pasted';

/** What n8n needs to renew an access token, by the credential's properties (docs/vendors.md#readycloud-token). */
const NEEDED = {
	clientId: 'Client ID',
	clientSecret: 'Client Secret',
	refreshToken: 'Refresh Token',
} as const;

/** Which of the fields that renew the access token are missing, or `null` where all are there, or none is. */
export function missingToRenew(credential: ICredentialDataDecryptedObject): Explanation | null {
	const labels = Object.entries(NEEDED);
	const missing = labels.filter(([name]) => pastedOrNull(credential[name]) === null);
	if (missing.length === 0 || missing.length === labels.length) return null;
	return {
		message: `The ReadyCloud credential has no ${missing.map(([, label]) => label).join(' and no ')}, so n8n cannot renew its access token`,
		description: `Enter ${missing.length === 1 ? 'it' : 'both'} in the credential, or leave Client ID, Client Secret and Refresh Token empty.`,
	};
}
