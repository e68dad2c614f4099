import type { IWebhookFunctions } from 'n8n-workflow';

import { splitSecrets } from '../../shared/basic/secrets';
import { readCredential } from '../../shared/trigger/readCredential';

/** The tokens of all portals that may call; none where the credential cannot be read or has none. */
export async function radaroSecrets(context: IWebhookFunctions): Promise<string[]> {
	return splitSecrets((await readCredential(context, 'radaroApi'))?.webhookTokens);
}
