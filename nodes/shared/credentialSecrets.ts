import type { IWebhookFunctions } from 'n8n-workflow';

import { splitSecrets } from './secrets';

/**
 * The secrets in one field of a trigger's credential. A credential that cannot be read counts as
 * one without secrets: every call is then refused instead of stored as a failed execution.
 */
export async function credentialSecrets(
	context: IWebhookFunctions,
	credential: string,
	field: string,
): Promise<string[]> {
	try {
		return splitSecrets((await context.getCredentials(credential))[field]);
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		context.logger.warn(
			`${context.getNode().name}: the credential could not be read, so calls are refused: ${why}`,
		);
		return [];
	}
}
