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
		'How many days a completed job is remembered after its last change. A workflow that was not published for longer may miss changes.',
	),
	requestsProperty(
		REQUESTS_PER_POLL,
		'Each brings up to 100 jobs, or one open job that is no longer listed. Radaro documents no limit.',
	),
]);
