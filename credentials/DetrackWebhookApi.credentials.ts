import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { credentialNotice } from '../nodes/shared/api/credentialForm';

/** A secret, though n8n's rules for names of secrets know no header. */
const headerValue: INodeProperties = {
	displayName: 'Header Value',
	name: 'headerValue',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	displayOptions: { show: { authentication: ['headerAuth'] } },
	required: true,
	description: 'Make up a long one, and enter the same in Detrack',
};

/**
 * What Detrack's calls must carry to be believed. It is apart from the API key, because neither needs
 * the other: the trigger makes no calls, and who sends webhooks need not be allowed to change jobs.
 */
export class DetrackWebhookApi implements ICredentialType {
	name = 'detrackWebhookApi';

	displayName = 'Detrack Webhook API';

	icon: Icon = {
		light: 'file:../nodes/Detrack/detrack.svg',
		dark: 'file:../nodes/Detrack/detrack.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/detrack.md#detrack-webhook-api';

	properties: INodeProperties[] = [
		credentialNotice(
			'For the Detrack Trigger, which refuses calls without this name and password. The other nodes need the Detrack API credential.',
			"Make both up yourself, not your login at Detrack. Then enter the same two in Detrack: Settings → Webhook → Authentication. n8n's test asks nothing of Detrack, only whether this is complete.",
		),
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'Basic Auth',
					value: 'basicAuth',
					description: 'A user name and a password of your choice',
				},
				{
					name: 'Custom Header',
					value: 'headerAuth',
					description: 'A header with a name and a value of your choice',
				},
			],
			default: 'basicAuth',
			description: 'What is set in Detrack under Settings → Webhook → Authentication',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			displayOptions: { show: { authentication: ['basicAuth'] } },
			required: true,
			description: 'Make one up, and enter the same in Detrack',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['basicAuth'] } },
			description: 'Make up a long one, and enter the same in Detrack',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: '',
			placeholder: 'e.g. X-Webhook-Key',
			displayOptions: { show: { authentication: ['headerAuth'] } },
			required: true,
			description: 'Make one up, and enter the same in Detrack. Upper and lower case are the same.',
		},
		headerValue,
	];
}
