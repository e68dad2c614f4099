import { READYCLOUD_BASE, READYCLOUD_TOKEN } from '../../../sandbox/readycloud/defaults';
import type { DemoVendor } from './demoVendor';

export const demo: DemoVendor = {
	credentials: (sandboxUrl) => [
		{
			name: 'ReadyCloud sandbox',
			type: 'readyCloudApi',
			data: { accessToken: READYCLOUD_TOKEN, baseUrl: `${sandboxUrl}${READYCLOUD_BASE}` },
		},
	],
	// n8n listens on this computer by HTTP.
	settings: { httpsOnly: false },
};
