import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../../sandbox/radaro/defaults';
import type { DemoVendor } from './demoVendor';

export const demo: DemoVendor = {
	credentials: (sandboxUrl) => [
		{
			name: 'Radaro sandbox',
			type: 'radaroApi',
			data: {
				server: 1,
				apiKey: RADARO_KEY,
				useOtherServer: true,
				baseUrl: `${sandboxUrl}/radaro`,
			},
		},
		{
			name: 'Radaro sandbox (webhook)',
			type: 'radaroWebhookApi',
			data: { webhookTokens: RADARO_WEBHOOK_TOKEN },
		},
	],
	tells: (row, status) => row.providerStatus === status,
};
