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
 * calls with, or with something that no call can carry, each of them would be refused, and nobody would
 * be told.
 *
 * @param flawIn why calls cannot be checked with a credential, or `null`
 * @throws NodeOperationError where they cannot
 */
export async function checkProof(
	context: IHookFunctions,
	credentialType: string,
	flawIn: (credential: ICredentialDataDecryptedObject) => Explanation | null,
): Promise<void> {
	if (BROUGHT_BACK.includes(context.getActivationMode())) return;
	const flaw = flawIn(await context.getCredentials(credentialType));
	if (flaw === null) return;
	throw new NodeOperationError(context.getNode(), flaw.message, {
		description: flaw.description,
	});
}
