import type { INodeProperties } from 'n8n-workflow';

import {
	changesOptions,
	lookBackProperty,
	requestsProperty,
} from '../../shared/changes/changesProperties';

/** A moderate number: Radaro documents no limit (docs/vendors.md#radaro-lists). */
export const REQUESTS_PER_POLL = 20;

export const radaroChangesOptions: INodeProperties = changesOptions([
	lookBackProperty(
		'How many days a completed job is remembered after its last change. Enter more days than the workflow is ever left unpublished.',
	),
	requestsProperty(
		REQUESTS_PER_POLL,
		'Each brings up to 100 jobs, or one open job that is no longer listed. Enter fewer if Radaro says that it gets too many requests.',
	),
]);
