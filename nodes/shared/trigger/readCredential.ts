import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

import { warnSparingly } from './sparingLog';

/**
 * A trigger's credential, or `null` when it cannot be read. That counts as one without secrets: every
 * call is then refused instead of stored as a failed execution.
 */
export async function readCredential(
	context: IWebhookFunctions,
	credential: string,
): Promise<ICredentialDataDecryptedObject | null> {
	try {
		return await context.getCredentials<ICredentialDataDecryptedObject>(credential);
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		warnSparingly(
			context,
			`${context.getNode().name}: the credential could not be read, so calls are refused: ${why}`,
		);
		return null;
	}
}
