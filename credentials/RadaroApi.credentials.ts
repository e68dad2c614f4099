import type {
	IAuthenticate,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { RADARO } from '../nodes/Radaro/api/errors';
import { jobPathFlaw } from '../nodes/Radaro/api/jobPath';
import { serverFlaw } from '../nodes/Radaro/api/server';
import { credentialError } from '../nodes/shared/api/apiErrors';
import { baseUrlExpression, checkTestedUrl } from '../nodes/shared/api/baseUrl';
import { credentialNotice, otherServerProperties } from '../nodes/shared/api/credentialForm';
import { TEST_REQUEST, testRules } from '../nodes/shared/api/credentialRules';
import { withinTimeout } from '../nodes/shared/api/deadline';
import { secretToSend } from '../nodes/shared/api/pastedSecrets';

/** No page of Radaro's prints this path (docs/vendors.md#radaro-paths). */
const jobPath: INodeProperties = {
	displayName: 'Job Path',
	name: 'jobPath',
	type: 'string',
	default: '',
	placeholder: 'e.g. /api/webhooks/jobs/',
	description:
		"Only if Radaro's support names another path for jobs than the usual one, which is the placeholder here. Replaces the whole of it.",
};

/** The Merchant API key for calls to Radaro. Calls from Radaro are checked with a credential of their own. */
export class RadaroApi implements ICredentialType {
	name = 'radaroApi';

	displayName = 'Radaro API';

	icon: Icon = {
		light: 'file:../nodes/Radaro/radaro.svg',
		dark: 'file:../nodes/Radaro/radaro.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/radaro.md#radaro-api';

	properties: INodeProperties[] = [
		credentialNotice(
			'For the nodes Radaro and Radaro Changes Trigger. The Radaro Trigger has a credential of its own.',
			"In Radaro's portal: Settings → General shows the server number and the Merchant API key. The pencil reveals the key, and its switch must be on.",
		),
		{
			displayName: 'Server Number',
			name: 'server',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1,
			required: true,
			// It does not count at another server.
			displayOptions: { hide: { useOtherServer: [true] } },
			hint: 'Not everybody is on server 1: look yours up in the portal, under Settings → General. With a wrong one, Radaro does not know your key, and saving says so.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The Merchant API key. An ordinary one sees only the jobs that were created with it.',
		},
		...otherServerProperties('Radaro', 'e.g. https://api-2.radaro.com.au', 'before /api', [
			jobPath,
		]),
	];

	authenticate: IAuthenticate = async (credentials, request) => {
		// Only n8n's test of the credential names the base URL apart.
		const isTest = request.baseURL !== undefined;
		const flaw = isTest ? (serverFlaw(credentials) ?? jobPathFlaw(credentials)) : null;
		if (flaw !== null) throw credentialError(flaw);
		checkTestedUrl('Radaro', credentials, request);
		const key = secretToSend('Radaro', 'API key', credentials.apiKey);
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
		rules: testRules(RADARO),
	};
}
