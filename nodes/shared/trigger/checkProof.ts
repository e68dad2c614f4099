import {
	type ICredentialDataDecryptedObject,
	type IHookFunctions,
	NodeOperationError,
} from 'n8n-workflow';

import type { Explanation } from '../api/apiErrors';

/** How n8n brings back what was published before. Nobody is there to be told, and it shall go on. */
const BROUGHT_BACK = ['init', 'leadershipChange'];

/**
 * Looks at a trigger's credential when its workflow is published or tested: without anything to check
 * calls with, each of them would be refused, and nobody would be told.
 *
 * @param missingIn what a credential lacks, or `null`
 * @throws NodeOperationError where something is missing
 */
export async function checkProof(
	context: IHookFunctions,
	credentialType: string,
	missingIn: (credential: ICredentialDataDecryptedObject) => Explanation | null,
): Promise<void> {
	if (BROUGHT_BACK.includes(context.getActivationMode())) return;
	const missing = missingIn(await context.getCredentials(credentialType));
	if (missing === null) return;
	throw new NodeOperationError(context.getNode(), missing.message, {
		description: missing.description,
	});
}
