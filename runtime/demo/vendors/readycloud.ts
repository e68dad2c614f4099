import { READYCLOUD_BASE, READYCLOUD_TOKEN } from '../../../sandbox/readycloud/defaults';
import type { DemoVendor } from './demoVendor';

const OPEN = ['created', 'scheduled'];
const ROW_STATUSES: Readonly<Record<string, readonly string[]>> = {
	shipped: ['in_transit'],
	delivered: ['delivered'],
};

export const demo: DemoVendor = {
	credentials: (sandboxUrl) => [
		{
			name: 'ReadyCloud sandbox',
			type: 'readyCloudApi',
			data: {
				accessToken: READYCLOUD_TOKEN,
				useOtherServer: true,
				baseUrl: `${sandboxUrl}${READYCLOUD_BASE}`,
			},
		},
	],
	// n8n listens on this computer by HTTP.
	settings: { httpsOnly: false },
	// Its own words for an order's status are not documented.
	tells: (row, status) => (ROW_STATUSES[status] ?? OPEN).includes(String(row.status)),
};
