import type {
	ICredentialsDecrypted,
	INodeCredentialTestResult,
	IWebhookFunctions,
} from 'n8n-workflow';

import { explainHidden } from '../../shared/api/pastedSecrets';
import { splitSecrets } from '../../shared/basic/secrets';
import { readCredential } from '../../shared/trigger/readCredential';

/** The tokens of all portals that may call; none where the credential cannot be read or has none. */
export async function radaroSecrets(context: IWebhookFunctions): Promise<string[]> {
	return splitSecrets((await readCredential(context, 'radaroWebhookApi'))?.webhookTokens);
}

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
