import {
	DETRACK_API_KEY,
	DETRACK_BASE,
	DETRACK_WEBHOOK_PASSWORD,
	DETRACK_WEBHOOK_USERNAME,
} from '../../../sandbox/detrack/defaults';
import type { DemoVendor } from './demoVendor';

export const demo: DemoVendor = {
	credentials: (sandboxUrl) => [
		{
			name: 'Detrack sandbox',
			type: 'detrackApi',
			data: {
				apiKey: DETRACK_API_KEY,
				useOtherServer: true,
				baseUrl: `${sandboxUrl}${DETRACK_BASE}`,
			},
		},
		{
			name: 'Detrack sandbox (webhook)',
			type: 'detrackWebhookApi',
			data: {
				authentication: 'basicAuth',
				username: DETRACK_WEBHOOK_USERNAME,
				password: DETRACK_WEBHOOK_PASSWORD,
			},
		},
	],
	tells: (row, status) => row.providerStatus === status,
};
