import type { IWebhookFunctions } from 'n8n-workflow';

import { readCredential } from '../../shared/trigger/credentialSecrets';
import { deriveSecret } from './secret';
import { apiSecretOf } from '../api/client';

/** The secret of a trigger's address, or none where its credential cannot be read or has no key. */
export async function triggerSecrets(context: IWebhookFunctions): Promise<string[]> {
	const credential = await readCredential(context, 'routigoApi');
	const apiSecret = credential === null ? null : apiSecretOf(credential);
	const address = context.getNodeWebhookUrl('default');
	return apiSecret === null || address === undefined ? [] : [deriveSecret(address, apiSecret)];
}
