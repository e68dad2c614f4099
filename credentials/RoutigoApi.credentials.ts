import type {
	IAuthenticate,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { ROUTIGO } from '../nodes/Routigo/api/errors';
import { baseUrlExpression, checkTestedUrl } from '../nodes/shared/api/baseUrl';
import { credentialNotice, otherServerProperties } from '../nodes/shared/api/credentialForm';
import { TEST_REQUEST, testRules } from '../nodes/shared/api/credentialRules';
import { withinTimeout } from '../nodes/shared/api/deadline';
import { secretToSend } from '../nodes/shared/api/pastedSecrets';

/**
 * The API key or user token for calls to RoutiGo. The trigger also derives from it the secret that
 * proves RoutiGo's calls, so there is no secret to enter.
 */
export class RoutigoApi implements ICredentialType {
	name = 'routigoApi';

	displayName = 'RoutiGo API';

	icon: Icon = {
		light: 'file:../nodes/Routigo/routigo.svg',
		dark: 'file:../nodes/Routigo/routigo.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/routigo.md#credential';

	properties: INodeProperties[] = [
		credentialNotice(
			'For the nodes RoutiGo and RoutiGo Trigger.',
			"RoutiGo's support hands out the key: ask in its live chat for a regular API key. A supplier key is not enough.",
		),
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'API Key',
					value: 'apiKey',
					description: "A regular key of your company, from RoutiGo's support",
				},
				{
					name: 'User Token',
					value: 'bearer',
					description: 'A token of one user, with the permissions of that user',
				},
			],
			default: 'apiKey',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['apiKey'] } },
			description: "The regular API key that RoutiGo's support gave you",
		},
		{
			displayName: 'User Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['bearer'] } },
			description: 'The token by itself, without the word Bearer',
		},
		...otherServerProperties('RoutiGo', 'e.g. https://api.routigo.com/api', 'in /api'),
	];

	// A function, because which header is sent depends on the choice (docs/vendors.md#routigo-keys).
	authenticate: IAuthenticate = async (credentials, request) => {
		checkTestedUrl('RoutiGo', credentials, request);
		const { authentication, apiKey, token } = credentials;
		const [name, value] =
			authentication === 'bearer'
				? ['Authorization', `Bearer ${secretToSend('RoutiGo', 'user token', token)}`]
				: ['X-API-KEY', secretToSend('RoutiGo', 'API key', apiKey)];
		return withinTimeout({ ...request, headers: { ...request.headers, [name]: value } });
	};

	// 200 with a list and 204 without one both pass (docs/vendors.md#routigo-lists).
	test: ICredentialTestRequest = {
		request: {
			...TEST_REQUEST,
			baseURL: baseUrlExpression('"https://api.routigo.com/api"'),
			url: '/v2/webhooks',
		},
		rules: testRules({ ...ROUTIGO, keyName: 'API key or token' }),
	};
}
