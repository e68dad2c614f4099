/** The demo's Merchant API key: a master key, so that jobs made by hand are visible too. */
export const RADARO_KEY = '00000000-5a4d-4b0c-8000-00000000da7a';
/** A key that sees only the jobs created with it. */
export const RADARO_ORDINARY_KEY = '00000000-5a4d-4b0c-8000-000000000001';
/** A known key whose switch is off. */
export const RADARO_DISABLED_KEY = '00000000-5a4d-4b0c-8000-000000000002';
/** The token in the body of every webhook. */
export const RADARO_WEBHOOK_TOKEN = 'SandboxRadaroToken0042';

/** Base of Radaro's key-authenticated API within the sandbox, plain resources included. */
export const API_PATH = '/api/webhooks/';

/** Radaro prints no path for jobs; this one is inferred and stands nowhere else in the sandbox. */
export const JOBS_PATH = `${API_PATH}jobs/`;

export const MERCHANT_ID = 688;

export const DRIVERS: ReadonlyArray<{ id: number; name: string }> = [
	{ id: 3391054, name: 'Mara Lindqvist' },
	{ id: 3391055, name: 'Joe Tavita' },
	{ id: 3391056, name: 'Wen Zhao' },
];

export const SUB_BRANDS = [
	{ id: 71, merchant: MERCHANT_ID, name: 'Harbour Furniture', logo: null },
	{ id: 72, merchant: MERCHANT_ID, name: 'Harbour Outlet', logo: null },
];

// Of the types only 'success' is documented; the name for failures is made up.
export const COMPLETION_CODES = [
	{ id: 1, code: 101, merchant: MERCHANT_ID, name: 'Left in a safe place', type: 'success' },
	{ id: 2, code: 107, merchant: MERCHANT_ID, name: 'Photo taken', type: 'success' },
	{ id: 3, code: 204, merchant: MERCHANT_ID, name: 'Customer not home', type: 'failure' },
	{ id: 4, code: 209, merchant: MERCHANT_ID, name: 'Address not found', type: 'failure' },
];

export const DELIVERY_ZONES = [
	{ id: 501, name: 'Geelong', postCodes: ['3216', '3218', '3220'] },
	{ id: 502, name: 'Laverton', postCodes: ['3026', '3028'] },
];

export const STARTING_POINT = {
	id: 88001,
	address: '3 Quarry Rd, Laverton North VIC 3026, Australia',
	raw_address: '',
	location: '-37.829950,144.791330',
	description: '',
};

export const MANAGER = {
	member_id: 40217,
	email: 'dispatch.lead@example.com',
	first_name: 'Priya',
	last_name: 'Nair',
	avatar: null,
	is_online: false,
	work_status: 'not_working',
	phone: '+61390001122',
	thumb_avatar_100x100: null,
	can_make_payment: true,
	merchant_position: 'Depot Manager',
	full_name: 'Priya Nair',
	role: 'Manager',
};
