import type { ICredentialDataDecryptedObject, WorkflowActivateMode } from 'n8n-workflow';

import { DetrackWebhookApi } from '../../credentials/DetrackWebhookApi.credentials';
import { RadaroWebhookApi } from '../../credentials/RadaroWebhookApi.credentials';
import { DetrackTrigger } from '../../nodes/Detrack/DetrackTrigger.node';
import { RadaroTrigger } from '../../nodes/Radaro/RadaroTrigger.node';
import { TriggerHooks } from '../support/hookContext';

const TYPES = {
	Radaro: { node: new RadaroTrigger(), credentialType: new RadaroWebhookApi() },
	Detrack: { node: new DetrackTrigger(), credentialType: new DetrackWebhookApi() },
};

const BASIC = { authentication: 'basicAuth', username: 'detrack', password: 'correct-horse-9' };
const HEADER = { authentication: 'headerAuth', headerName: 'X-Key', headerValue: 'Zk7tQ2mW9x' };

const trigger = (
	vendor: keyof typeof TYPES,
	credential: ICredentialDataDecryptedObject,
	mode?: WorkflowActivateMode,
) => new TriggerHooks({ ...TYPES[vendor], credential, parameters: {}, mode });

describe.each<[keyof typeof TYPES, ICredentialDataDecryptedObject, string]>([
	['Radaro', {}, 'no webhook token'],
	['Radaro', { webhookTokens: ' ,\u200b\n' }, 'no webhook token'],
	['Detrack', { ...BASIC, username: '', password: '' }, 'no user name and no password'],
	['Detrack', { ...BASIC, username: ' ' }, 'no user name'],
	['Detrack', { ...BASIC, password: '\u00a0' }, 'no password'],
	['Detrack', { ...HEADER, headerName: ' :' }, 'no name of the header'],
	['Detrack', { ...HEADER, headerValue: '' }, 'no value of the header'],
])('a trigger of %s with %j', (vendor, credential, lack) => {
	it.each<WorkflowActivateMode>(['activate', 'create', 'update'])(
		'is refused in one text when somebody publishes it (%s), as n8n shows the message alone',
		async (mode) => {
			await expect(trigger(vendor, credential, mode).publish()).rejects.toMatchObject({
				message: expect.stringMatching(
					`^The credential has ${lack}, so .*\\. .*${vendor}`,
				) as string,
				description: undefined,
			});
		},
	);

	it('is refused in two texts when somebody tests it', async () => {
		await expect(trigger(vendor, credential, 'manual').publish()).rejects.toMatchObject({
			message: expect.stringMatching(`^The credential has ${lack}, so `) as string,
			description: expect.stringContaining(`${vendor}`) as string,
		});
	});

	it.each<WorkflowActivateMode>(['init', 'leadershipChange'])(
		'goes on when n8n starts again (%s)',
		async (mode) => {
			await expect(trigger(vendor, credential, mode).publish()).resolves.toBeUndefined();
		},
	);
});

it.each<[keyof typeof TYPES, ICredentialDataDecryptedObject, string]>([
	['Radaro', { webhookTokens: 'Qm7xZ2pLr9 TvK4dWn0bYcA' }, 'There is a space in a token. '],
	[
		'Radaro',
		{ webhookTokens: 'a-token, Qm7xZ2\u200bpLr9' },
		'The token holds a character that cannot be seen (U+200B). ',
	],
	['Detrack', { ...HEADER, headerName: 'X Key' }, 'A header name has no spaces; '],
	['Detrack', { ...HEADER, headerName: 'X-Key:' }, 'A header name has no colon; '],
	['Detrack', { ...HEADER, headerName: 'X-Schlüssel' }, 'A header name has only the letters '],
	[
		'Detrack',
		{ ...HEADER, headerValue: 'Zk7t\nQ2mW9x' },
		'The value of the header holds a character that cannot be seen (U+000A). ',
	],
	['Detrack', { ...BASIC, username: 'det:rack' }, 'A user name has no colon; '],
])('a trigger of %s with %j cannot be published', async (vendor, credential, beginning) => {
	await expect(trigger(vendor, credential, 'activate').publish()).rejects.toMatchObject({
		message: expect.stringContaining(beginning) as string,
	});
	await expect(trigger(vendor, credential, 'init').publish()).resolves.toBeUndefined();
});

it.each<[keyof typeof TYPES, ICredentialDataDecryptedObject]>([
	['Radaro', { webhookTokens: 'Qm7xZ2pLr9TvK4dWn0bYcA' }],
	['Detrack', BASIC],
	['Detrack', HEADER],
])('a trigger of %s with all of its credential is published', async (vendor, credential) => {
	await expect(trigger(vendor, credential).publish()).resolves.toBeUndefined();
});
