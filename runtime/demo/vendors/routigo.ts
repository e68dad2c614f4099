import { ROUTIGO_API_KEY, ROUTIGO_BASE } from '../../../sandbox/routigo/defaults';
import type { DemoVendor } from './demoVendor';

export const demo: DemoVendor = {
	credentials: (sandboxUrl) => [
		{
			name: 'RoutiGo sandbox',
			type: 'routigoApi',
			data: {
				authentication: 'apiKey',
				apiKey: ROUTIGO_API_KEY,
				useOtherServer: true,
				baseUrl: `${sandboxUrl}${ROUTIGO_BASE}`,
			},
		},
	],
	tells: (row, status) => row.providerStatus === status,
};
