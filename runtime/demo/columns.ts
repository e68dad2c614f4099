import type { Column } from '../rest/data-tables';

const STRINGS = [
	...['eventId', 'provider', 'event', 'status', 'previousStatus', 'outcome'],
	...['occurredAt', 'receivedAt', 'jobId', 'reference', 'orderNumber', 'trackingNumber'],
	...['trackingUrl', 'jobType', 'recipientName', 'recipientPhone', 'recipientEmail', 'address'],
	...['postCode', 'city', 'country', 'driverId', 'driverName', 'routeId', 'routeName'],
	...['windowFrom', 'windowTo', 'eta', 'receivedBy', 'proofAt', 'signatureUrl', 'note', 'reason'],
	...['customerComment', 'amount', 'currency', 'providerEvent', 'providerStatus', 'account'],
];
/** Lists, which a cell holds as JSON text. */
const LISTS = ['photoUrls', 'items', 'changedFields'];
const NUMBERS = [
	...['attempt', 'latitude', 'longitude', 'proofLatitude', 'proofLongitude', 'rating', 'itemCount'],
];

/** Columns of the data table "Deliveries": those of the delivery event, one each. */
export const DELIVERY_COLUMNS: readonly Column[] = [
	...[...STRINGS, ...LISTS].map((name): Column => ({ name, type: 'string' })),
	...NUMBERS.map((name): Column => ({ name, type: 'number' })),
	{ name: 'isFinal', type: 'boolean' },
];
