import type {
	IAuthenticate,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { DETRACK } from '../nodes/Detrack/api/errors';
import { baseUrlExpression, checkTestedUrl } from '../nodes/shared/api/baseUrl';
import { credentialNotice, otherServerProperties } from '../nodes/shared/api/credentialForm';
import { TEST_REQUEST, testRules } from '../nodes/shared/api/credentialRules';
import { withinTimeout } from '../nodes/shared/api/deadline';
import { secretToSend } from '../nodes/shared/api/pastedSecrets';

/** The API key for calls to Detrack. Calls from Detrack are checked with a credential of their own. */
export class DetrackApi implements ICredentialType {
	name = 'detrackApi';

	displayName = 'Detrack API';

	icon: Icon = {
		light: 'file:../nodes/Detrack/detrack.svg',
		dark: 'file:../nodes/Detrack/detrack.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/detrack.md#detrack-api';

	properties: INodeProperties[] = [
		credentialNotice(
			'For the nodes Detrack and Detrack Changes Trigger. The Detrack Trigger has a credential of its own.',
			"In Detrack's dashboard: Integrations → API Key → Generate a new API Key. In older ones: Settings → API Key.",
		),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'A sub-user of Detrack may have a key of its own',
		},
		...otherServerProperties('Detrack', 'e.g. https://app.detrack.com/api/v2', 'in /api/v2'),
	];

	authenticate: IAuthenticate = async (credentials, request) => {
		checkTestedUrl('Detrack', credentials, request);
		const key = secretToSend('Detrack', 'API key', credentials.apiKey);
		return withinTimeout({ ...request, headers: { ...request.headers, 'X-API-KEY': key } });
	};

	// One job, because the list of jobs is public and answers to every key (docs/vendors.md#detrack-hosts).
	test: ICredentialTestRequest = {
		request: {
			...TEST_REQUEST,
			baseURL: baseUrlExpression('"https://app.detrack.com/api/v2"'),
			url: '/dn/jobs',
			qs: { limit: 1 },
		},
		rules: testRules(DETRACK),
	};
}
