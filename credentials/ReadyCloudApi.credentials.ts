import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { checkWhatRenews, renewReadyCloudToken } from '../nodes/ReadyCloud/credential/renewal';
import { READYCLOUD } from '../nodes/ReadyCloud/api/errors';
import { baseUrlExpression, checkTestedUrl } from '../nodes/shared/api/baseUrl';
import { credentialNotice, otherServerProperties } from '../nodes/shared/api/credentialForm';
import { TEST_REQUEST, testRules } from '../nodes/shared/api/credentialRules';
import { withinTimeout } from '../nodes/shared/api/deadline';
import { secretToSend } from '../nodes/shared/api/pastedSecrets';

export class ReadyCloudApi implements ICredentialType {
	name = 'readyCloudApi';

	displayName = 'ReadyCloud API';

	icon = {
		light: 'file:../nodes/ReadyCloud/readycloud.svg',
		dark: 'file:../nodes/ReadyCloud/readycloud.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/readycloud.md#credential';

	properties: INodeProperties[] = [
		credentialNotice(
			'For all ReadyCloud nodes. The access token is enough; the other three renew it by itself.',
			'As Owner or Administrator, create an app in ReadyCloud, which shows App Id and App Secret; then allow it, which shows the tokens. Step by step: the docs linked in this form.',
		),
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The access token of your app in ReadyCloud',
		},
		{
			// What n8n shows for a field of this name, whatever stands here.
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			hint: "ReadyCloud's App Id. Only for renewing the access token when it expires.",
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: "ReadyCloud's App Secret",
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for renewing: it came with the access token. ReadyCloud hands out another one with each renewal, which is saved here by itself.',
		},
		...otherServerProperties('ReadyCloud', 'e.g. https://www.readycloud.com/api/v2', 'in /api/v2'),
		{
			displayName: 'Renewal',
			name: 'renewal',
			type: 'hidden',
			// n8n calls preAuthentication only where a property is marked so, after a 401 of the service.
			typeOptions: { expirable: true },
			default: '',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<ICredentialDataDecryptedObject> {
		return await renewReadyCloudToken(this.helpers.httpRequest, credentials);
	}

	authenticate: IAuthenticate = async (credentials, request) => {
		checkTestedUrl('ReadyCloud', credentials, request);
		const token = secretToSend('ReadyCloud', 'access token', credentials.accessToken);
		// Only n8n's test of the credential names the base URL apart.
		if (request.baseURL !== undefined) checkWhatRenews(credentials);
		return withinTimeout({
			...request,
			headers: { ...request.headers, Authorization: `Bearer ${token}` },
		});
	};

	test: ICredentialTestRequest = {
		request: {
			...TEST_REQUEST,
			baseURL: baseUrlExpression('"https://www.readycloud.com/api/v2"'),
			url: '/orgs/',
			qs: { limit: 1 },
		},
		rules: testRules(READYCLOUD, {
			403: {
				message: 'ReadyCloud gives no access to organizations with this access token',
				description: 'Its app may not be allowed to see them: allow the app more in ReadyCloud.',
			},
		}),
	};
}
