import type { ICredentialTestFunctions } from 'n8n-workflow';

import { RadaroTrigger } from '../../../../nodes/Radaro/RadaroTrigger.node';
import { mock } from '../../../support/mock';

const TOKEN = 'Qm7xZ2pLr9TvK4dWn0bYcA';

/** What n8n's test of the trigger's credential says; it is told where the trigger names it. */
async function tested(data: { webhookTokens?: string } | undefined) {
	const { description, methods } = new RadaroTrigger();
	const [{ testedBy } = {}] = description.credentials ?? [];
	expect(testedBy).toBe('radaroProof');
	return await methods.credentialTest.radaroProof.call(mock<ICredentialTestFunctions>({}), {
		id: '1',
		name: 'Radaro',
		type: 'radaroWebhookApi',
		data,
	});
}

it.each([
	[TOKEN, 'Complete. Nothing was asked of Radaro: its calls are checked when they come.'],
	[
		`\u200b${TOKEN}\ufeff`,
		'Complete. Nothing was asked of Radaro: its calls are checked when they come.',
	],
	[
		`${TOKEN}, another\u00a0\nthird`,
		'Complete, with 3 tokens. Nothing was asked of Radaro: its calls are checked when they come.',
	],
])('%j is complete', async (webhookTokens, message) => {
	expect(await tested({ webhookTokens })).toEqual({ status: 'OK', message });
});

const MISSING =
	"The credential has no webhook token, so every call would be refused. Copy the one right below the webhook URL in Radaro's portal, under Settings → General → API Settings.";
const BLANK =
	'There is a space in a token. Separate several tokens by commas, or copy the token again.';

it.each<[{ webhookTokens?: string } | undefined, string]>([
	[undefined, MISSING],
	[{}, MISSING],
	[{ webhookTokens: '' }, MISSING],
	[{ webhookTokens: ' ,\u200b\n\ufeff' }, MISSING],
	[{ webhookTokens: `${TOKEN} another` }, BLANK],
	[
		{ webhookTokens: `another, Qm7xZ2\u200bpLr9` },
		'The token holds a character that cannot be seen (U+200B). Delete all of it, and type it, or copy it again without what stands around it.',
	],
	[
		{ webhookTokens: `Qm7xZ2\u00a0pLr9` },
		'The token holds a character that cannot be seen (U+00A0). Delete all of it, and type it, or copy it again without what stands around it.',
	],
])('%j is not', async (data, message) => {
	const result = await tested(data);
	expect(result).toEqual({ status: 'Error', message });
	expect(result.message).not.toContain('pLr9');
});
