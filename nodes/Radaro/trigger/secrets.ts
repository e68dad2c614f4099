import type { ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';

import { explainHidden } from '../../shared/api/pastedSecrets';
import { splitSecrets } from '../../shared/basic/secrets';
import { secretsFrom } from '../../shared/trigger/credentialSecrets';

/** The tokens of all portals that may call; none where the credential cannot be read or has none. */
export const radaroSecrets = secretsFrom<readonly string[]>({
	type: 'radaroWebhookApi',
	secretsIn: (credential) => splitSecrets(credential?.webhookTokens),
	isReady: (tokens) => tokens.length > 0,
});

/** There is nothing to call: Radaro calls us. So the test is whether something can be checked. */
export function testTokens({ data }: ICredentialsDecrypted): INodeCredentialTestResult {
	const tokens = splitSecrets(data?.webhookTokens);
	const mistake = mistakeIn(tokens);
	if (mistake !== null) return { status: 'Error', message: mistake };
	const complete = tokens.length === 1 ? 'Complete.' : `Complete, with ${tokens.length} tokens.`;
	return { status: 'OK', message: `${complete} Calls from Radaro without a token are refused.` };
}

/** Why the tokens cannot be right, as sentences; `null` where nothing speaks against them. */
function mistakeIn(tokens: readonly string[]): string | null {
	if (tokens.length === 0) {
		return "The token is missing, so every call would be refused. Copy the one from Radaro's portal.";
	}
	for (const token of tokens) {
		const hidden = explainHidden('token', token);
		if (hidden !== null) return `${hidden.message}. ${hidden.description}`;
		if (token.includes(' ')) {
			return 'There is a blank inside of a token. Separate several tokens by commas, or copy the token again.';
		}
	}
	return null;
}
