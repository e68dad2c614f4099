import type {
	IAuthenticate,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { baseUrlExpression } from '../nodes/shared/api/baseUrl';
import { noPageRules, TEST_REQUEST } from '../nodes/shared/api/credentialRules';
import { withinTimeout } from '../nodes/shared/api/deadline';
import { secretToSend } from '../nodes/shared/api/pastedSecrets';

/** The Merchant API key for calls to Radaro. Calls from Radaro are checked with a credential of their own. */
export class RadaroApi implements ICredentialType {
	name = 'radaroApi';

	displayName = 'Radaro API';

	icon: Icon = {
		light: 'file:../nodes/Radaro/radaro.svg',
		dark: 'file:../nodes/Radaro/radaro.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/radaro.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Server Number',
			name: 'server',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1,
			required: true,
			description: "The number of your server, shown in Radaro's portal under Settings → General",
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				"The Merchant API key from Radaro's portal, Settings → General. Its switch must be on.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://api-2.radaro.com.au',
			description:
				'Only if Radaro gave you another address, or to work with the sandbox. Replaces the address that follows from the server number.',
		},
		{
			displayName: 'Job Path',
			name: 'jobPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. /api/webhooks/jobs/',
			description:
				"Only if Radaro's support names another path for jobs than the usual one, which is the placeholder here. Replaces the whole of it.",
		},
	];

	authenticate: IAuthenticate = async ({ apiKey }, request) => {
		const key = secretToSend('Radaro', 'API key', apiKey);
		return withinTimeout({ ...request, qs: { ...request.qs, key } });
	};

	// Sub-brands, because it is the cheapest list that answers to a key (docs/vendors.md#radaro-lists).
	test: ICredentialTestRequest = {
		request: {
			...TEST_REQUEST,
			baseURL: baseUrlExpression(
				'($credentials.server == 1 ? "https://api.radaro.com.au" : "https://api-" + $credentials.server + ".radaro.com.au")',
			),
			url: '/api/webhooks/sub-brands/',
			qs: { page_size: 1 },
		},
		rules: noPageRules('Radaro'),
	};
}
