import type { INodeProperties } from 'n8n-workflow';

import {
	changesOptions,
	lookBackProperty,
	requestsProperty,
} from '../../shared/changes/changesProperties';

/** A third of the 30 reads a minute that ReadyCloud answers (docs/vendors.md#readycloud-limits). */
export const REQUESTS_PER_POLL = 10;

export const readyCloudChangesOptions: INodeProperties = changesOptions([
	lookBackProperty(
		'Orders that were updated in so many days are read again and again. Enter more days than the workflow is ever left unpublished.',
	),
	requestsProperty(
		REQUESTS_PER_POLL,
		'Each brings up to 100 orders, or one open order that is no longer listed. ReadyCloud answers 30 a minute for everything that uses the app.',
	),
]);
