/** The demo's access token. Like all secrets here it is made up, and nobody else's. */
export const READYCLOUD_TOKEN = '5a4db0c5a4db0c5a4db0c5a4db0c0001';
/** What the first refresh takes; each refresh hands out another. */
export const READYCLOUD_REFRESH_TOKEN = '5a4db0c5a4db0c5a4db0c5a4db0c0003';
export const READYCLOUD_CLIENT_ID = 'sandbox-app';
export const READYCLOUD_CLIENT_SECRET = '5a4db0c5a4db0c5a4db0c5a4db0c0004';
/** The token of another app, which has requests of its own to spend. */
export const READYCLOUD_OTHER_TOKEN = '5a4db0c5a4db0c5a4db0c5a4db0c0005';
export const READYCLOUD_OTHER_CLIENT_ID = 'another-app';
/** What every webhook carries when they share one token. */
export const READYCLOUD_WEBHOOK_TOKEN = '5a4db0c5a4db0c5a4db0c5a4db0c02';

/** Base of the API within the sandbox. */
export const READYCLOUD_BASE = '/readycloud/api/v2';

/** The organization to work in. */
export const READYCLOUD_ORG = 'K7p';
/** A deleted one, which is still listed; its id differs in case alone. */
export const READYCLOUD_DELETED_ORG = 'k7P';

export const ENTITIES = [
	'orders',
	'order-delivered',
	'packaging',
	'contact',
	'contact-address',
	'acceptance-scan',
	'webhook',
] as const;

export type Entity = (typeof ENTITIES)[number];
