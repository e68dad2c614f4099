/** The demo's API key. Like all secrets here it is made up, and nobody else's. */
export const ROUTIGO_API_KEY = '5a4db0c5-a4db-0c5a-routigo-000000000001';
/** Another key of the same company. */
export const ROUTIGO_OTHER_KEY = '5a4db0c5-a4db-0c5a-routigo-000000000002';
/** A known key whose owner may not manage webhooks. */
export const ROUTIGO_LIMITED_KEY = '5a4db0c5-a4db-0c5a-routigo-000000000003';
/** A supplier's key, for which webhooks are not meant. */
export const ROUTIGO_SUPPLIER_KEY = '5a4db0c5-a4db-0c5a-routigo-000000000004';
/** A user's token, in the form of a JWT that nobody signed. */
export const ROUTIGO_BEARER =
	'eyJhbGciOiJub25lIn0.eyJzdWIiOiJzYW5kYm94LXBsYW5uZXIifQ.5a4db0c5a4db0c5a4db0c0001';
/** The token of a user who may not manage webhooks. */
export const ROUTIGO_LIMITED_BEARER =
	'eyJhbGciOiJub25lIn0.eyJzdWIiOiJzYW5kYm94LWRyaXZlciJ9.5a4db0c5a4db0c5a4db0c0002';

/** Base of the API within the sandbox. */
export const ROUTIGO_BASE = '/routigo/api';

export const EVENTS = [
	'TOUR_PLANNED',
	'TOUR_ASSIGNED',
	'TOUR_UNASSIGNED',
	'TOUR_STARTED',
	'TOUR_FINISHED',
	'STOP_ARRIVED',
	'STOP_DONE',
	'SHIPMENT_DONE',
	'ASSIGNMENT_ARRIVED',
	'ASSIGNMENT_DONE',
] as const;

export type RoutigoEvent = (typeof EVENTS)[number];

/** From the largest object to the smallest. */
export const TYPES = ['TOUR', 'STOP', 'SHIPMENT', 'ASSIGNMENT'] as const;

export type RoutigoType = (typeof TYPES)[number];

/** The only legacy words that are known. */
export const LEGACY_EVENT = 'ROUTE_PLANNED';
export const LEGACY_TYPE = 'ROUTE';

export const SERVICE_CENTRES = ['ZWOLLE', 'GRONINGEN', 'MEPPEL'] as const;

export const SUPPLIERS = ['BAKERY-7', 'DAIRY-2'] as const;

export const DRIVERS: ReadonlyArray<{ id: string; name: string }> = [
	{ id: 'drv-11', name: 'Anouk Terpstra' },
	{ id: 'drv-12', name: 'Bram Wolters' },
	{ id: 'drv-13', name: 'Chaimae Idrissi' },
];
