import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { type Explanation, inOneText } from '../../shared/api/apiErrors';
import { explainHidden } from '../../shared/api/pastedSecrets';
import { splitSecrets } from '../../shared/basic/secrets';
import { secretsFrom } from '../../shared/trigger/credentialSecrets';

/** The tokens of all portals that may call; none where the credential cannot be read or has none. */
export const radaroSecrets = secretsFrom<readonly string[]>({
	type: 'radaroWebhookApi',
	secretsIn: (credential) => splitSecrets(credential?.webhookTokens),
	isReady: (tokens) => tokens.length > 0,
});

/** That a credential has no token, or one that cannot be right, or `null`. */
export function tokenFlaw({ webhookTokens }: ICredentialDataDecryptedObject): Explanation | null {
	const tokens = splitSecrets(webhookTokens);
	if (tokens.length > 0) return mistakeIn(tokens);
	return {
		message: 'The credential has no webhook token, so every call would be refused',
		description:
			"Copy the one right below the webhook URL in Radaro's portal, under Settings → General → API Settings.",
	};
}

/** There is nothing to call: Radaro calls us. So the test is whether something can be checked. */
export function testTokens({ data = {} }: ICredentialsDecrypted): INodeCredentialTestResult {
	const tokens = splitSecrets(data.webhookTokens);
	const mistake = tokenFlaw(data);
	if (mistake !== null) return { status: 'Error', message: inOneText(mistake) };
	const complete = tokens.length === 1 ? 'Complete.' : `Complete, with ${tokens.length} tokens.`;
	return {
		status: 'OK',
		message: `${complete} Nothing was asked of Radaro: its calls are checked when they come.`,
	};
}

/** Why one of the tokens cannot be right, or `null`. */
function mistakeIn(tokens: readonly string[]): Explanation | null {
	for (const token of tokens) {
		const hidden = explainHidden('token', token);
		if (hidden !== null) return hidden;
		if (token.includes(' ')) {
			return {
				message: 'There is a space in a token',
				description: 'Separate several tokens by commas, or copy the token again.',
			};
		}
	}
	return null;
}
