import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { credentialNotice } from '../nodes/shared/api/credentialForm';

/**
 * What Radaro's calls must carry to be believed. It is apart from the API key, because neither needs the
 * other: the trigger makes no calls, and who receives events need not be allowed to change jobs.
 */
export class RadaroWebhookApi implements ICredentialType {
	name = 'radaroWebhookApi';

	displayName = 'Radaro Webhook API';

	icon: Icon = {
		light: 'file:../nodes/Radaro/radaro.svg',
		dark: 'file:../nodes/Radaro/radaro.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/radaro.md#radaro-webhook-api';

	properties: INodeProperties[] = [
		credentialNotice(
			'For the Radaro Trigger, which refuses calls without one of these webhook tokens. The other nodes need the Radaro API credential.',
			"In Radaro's portal: Settings → General → API Settings shows the webhook token right below the webhook URL. n8n's test asks nothing of Radaro, only whether this form is complete.",
		),
		{
			displayName: 'Webhook Tokens',
			name: 'webhookTokens',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Separate several by commas: the old and the new one while you change them, or one of each portal',
		},
	];
}
