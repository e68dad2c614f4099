/** The demo's API key. Like all secrets here it is made up, and nobody else's. */
export const DETRACK_API_KEY = '5a4dde75a4dde75a4dde75a4dde75a4dde75a4dde750001';
/** A sub-user's key, for the same account. */
export const DETRACK_SUB_USER_KEY = '5a4dde75a4dde75a4dde75a4dde75a4dde75a4dde750002';

/** What webhooks prove themselves with once Basic Auth is switched on. */
export const DETRACK_WEBHOOK_USERNAME = 'detrack-sandbox';
export const DETRACK_WEBHOOK_PASSWORD = 'SandboxDetrackPassword07';
/** What they carry once a custom header is added. */
export const DETRACK_WEBHOOK_HEADER_NAME = 'X-Sandbox-Secret';
export const DETRACK_WEBHOOK_HEADER_VALUE = 'SandboxDetrackHeader09';

/** Base of the API within the sandbox. */
export const DETRACK_BASE = '/detrack/api/v2';

/** Below the sandbox's `/detrack`. */
export const API_PATH = '/api/v2';
export const JOBS_PATH = `${API_PATH}/dn/jobs`;

/** Who dispatches, as milestones name them. */
export const DISPATCHER = 'Northgate Dispatch';
export const ORGANIZATION = 'Northgate Couriers';

export interface Vehicle {
	id: string;
	detrack_id: string;
	name: string;
	mobile_number: string;
	zones: string[];
	groups: Array<{ id: string; name: string }>;
}

const GROUP = { id: '68f2a1c47b90de51c3a00001', name: 'North depot' };

export const VEHICLES: readonly Vehicle[] = [
	{
		id: '68f2a1c47b90de51c3a00011',
		detrack_id: 'DT-0007',
		name: 'Van 07',
		mobile_number: '0400555098',
		zones: ['North'],
		groups: [GROUP],
	},
	{
		id: '68f2a1c47b90de51c3a00012',
		detrack_id: 'DT-0011',
		name: 'Van 11',
		mobile_number: '0400555099',
		zones: ['South'],
		groups: [],
	},
	{
		id: '68f2a1c47b90de51c3a00013',
		detrack_id: 'DT-0015',
		name: 'Mara Lindqvist',
		mobile_number: '0400555100',
		zones: ['North', 'South'],
		groups: [GROUP],
	},
];
